// Runs in the page and calls back when its animations have ended and what they left is painted.

const done = arguments[arguments.length - 1];
const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done()));
const endless = new Promise((resolve) => setTimeout(resolve, 1000));
const moving = document.getAnimations().map((animation) => animation.finished.catch(() => {}));
Promise.race([Promise.all(moving), endless]).then(painted);
