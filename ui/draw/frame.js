// Brings a new picture into view, data: {number}: on a phone the button for it is far below the picture's place.
document.querySelector(".st-key-frame")?.scrollIntoView({ block: "nearest" });
