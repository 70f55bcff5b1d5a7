// Puts words where a screen reader says them when it has finished its sentence: in a place of the page that is always
// there. An element that comes with its words in it is not announced; one that stays, and whose words change, is.
//
// data: {said, quiet}. If it is quiet, what comes with the page is not said.

let place = document.getElementById("announced");
if (!place) {
    place = Object.assign(document.createElement("div"), { id: "announced" });
    place.setAttribute("role", "status");
    place.style.cssText = "position:fixed; bottom:0; width:1px; height:1px; overflow:hidden; clip-path:inset(50%)";
    if (data.quiet) place.textContent = data.said;
    document.body.append(place);
}
setTimeout(() => { if (place.textContent !== data.said) place.textContent = data.said; }, 100);
