//! The page stays where one left it.

use holdfast_tests::{Find, Setup, Window};

use crate::record::{CROSSING, crossing};
use crate::sheet::{Sheet, menu};

#[test]
fn a_form_that_is_closed_leaves_the_page_where_it_was() {
    let window = Window::open(Setup::at(crossing()));
    window.wait_for(&Find::role("heading", "Today"));
    window.resize(900, 600);
    window.press("g d");
    window.click(&Find::any("link").containing(CROSSING).inside(&Find::any("main")));
    window.wait_for_text("The card statement shows");
    let room = "const page = document.querySelector('main');
        return page.scrollHeight - page.clientHeight > 500";
    assert_eq!(window.script(room, vec![]), true, "the page is long, so that it could move");
    menu(&window, "Add to the dispute", "A remedy");
    let sheet = Sheet::titled(&window, "Add a remedy");
    sheet.write("What was agreed", "Another crossing");
    window.press("Escape");
    window.wait_gone(&Find::any("dialog"));
    // WebKit scrolls a moment later.
    window.rest();
    window.rest();
    let scrolled = window.script("return document.querySelector('main').scrollTop", vec![]);
    assert_eq!(scrolled, 0, "one still sees what one saw before the form was opened");
}
