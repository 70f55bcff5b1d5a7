// Brings the top of another page or section into view, and gives its heading the focus: so the keys go on from
// there, and a screen reader says where one is. It runs once all of it is there.
//
// data: {place, main}. `place` is the page and the section that is shown.

const before = window.placeShown;
window.placeShown = data.place;
if (before !== undefined && before !== data.place && !location.hash) requestAnimationFrame(() => {
    document.querySelector(data.main).scrollTo(0, 0);
    const heading = document.querySelector(".st-key-head h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
});
