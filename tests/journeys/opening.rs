//! The first moments: the window opens, and stays where it is.

use holdfast_tests::{Find, Setup, Window};

#[test]
fn the_window_opens_on_an_empty_store() {
    let window = Window::open(Setup::empty());
    window.wait_for_text("Holdfast");
    assert_eq!(window.title(), "Holdfast", "the window says which program it is");
    assert!(window.count(&Find::any("main")) == 1, "there is one main part for screen readers");
    window.picture("opening");
}

#[test]
fn the_page_cannot_lead_the_window_elsewhere() {
    let window = Window::open(Setup::empty());
    window.wait_for_text("Holdfast");
    let own = window.address();
    for elsewhere in ["file:///etc/hostname", "https://shop.example/", "data:text/html,gone"] {
        window.script("location.href = arguments[0]", vec![elsewhere.into()]);
        window.script("window.open(arguments[0])", vec![elsewhere.into()]);
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(window.address(), own, "{elsewhere} must not replace Holdfast's page");
    }
}
