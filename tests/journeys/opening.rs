//! The first moments: the window opens, and stays where it is.

use std::time::Duration;

use holdfast_tests::{Find, Setup, Window};

#[test]
fn the_window_opens_on_an_empty_store() {
    let window = Window::open(Setup::empty());
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    assert_eq!(window.title(), "Holdfast", "the window says which program it is");
    assert_eq!(window.count(&Find::any("main")), 1, "there is one main part for screen readers");
    window.wait_for(&Find::any("button").containing("Write down your first dispute"));
    window.wait_for(&Find::any("button").containing("Look around in a sample household"));
    window.picture("opening");
}

#[test]
fn the_first_start_fits_a_small_window_and_a_dark_desktop() {
    let window = Window::open(Setup::empty().dark());
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window.resize(720, 560);
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(window.script(wider, vec![]), false, "nothing needs scrolling sideways");
    window.picture("opening-small-dark");
}

#[test]
fn a_machine_without_a_language_is_no_reason_to_fail() {
    // WebKit then calls its language "C", which no date or number format accepts.
    let window = Window::open(Setup::empty().environment("LC_ALL", "C.UTF-8"));
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    window.click(&Find::any("button").containing("Look around in a sample household"));
    window.wait_for(&Find::any("navigation"));
    window.picture("sample-without-a-language");
}

#[test]
fn the_page_cannot_lead_the_window_elsewhere() {
    let window = Window::open(Setup::empty());
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    let own = window.address();
    for elsewhere in ["file:///etc/hostname", "https://shop.example/", "data:text/html,gone"] {
        window.script("location.href = arguments[0]", vec![elsewhere.into()]);
        window.script("window.open(arguments[0])", vec![elsewhere.into()]);
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(window.address(), own, "{elsewhere} must not replace Holdfast's page");
    }
    assert!(window.shows("Welcome to Holdfast"), "the page still answers");
}

#[test]
fn from_the_sample_one_comes_back_to_ones_own_record() {
    let window = Window::open(Setup::empty().argument("--sample"));
    window.wait_for(&Find::any("navigation"));
    let own = window.home().store();
    assert!(!own.exists(), "looking at the sample does not begin a record of one's own");
    window.picture("sample");
    window.click(&Find::button("Leave"));
    window.wait_for(&Find::role("heading", "Welcome to Holdfast"));
    assert!(own.exists(), "one's own record lies where it was asked to, not among the samples");
}
