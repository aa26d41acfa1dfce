//! Long names, and names in every script.

use std::cell::RefCell;

use holdfast_tests::{Find, Setup, Window};

use super::{screens, texts};

/// Two hundred characters, in the scripts and shapes that break pages.
fn long_texts() -> Vec<String> {
    let filled = |part: &str| part.chars().cycle().take(200).collect::<String>();
    vec![
        filled("W"),
        filled("شركة النقل البحري في الميناء القديم "),
        filled("חברת הספנות של הנמל הישן "),
        filled("舊港渡輪公司旅客服務部"),
        "👩‍👩‍👧‍👦🏴‍☠️🫱🏽‍🫲🏿".repeat(9),
        filled("Donaudampfschifffahrtsgesellschaftskapitän"),
        filled("long words and short ones "),
    ]
}

#[test]
fn long_names_in_every_script_make_no_page_wider_than_the_window() {
    let window = Window::open(Setup::at(texts::home(&long_texts())));
    window.wait_for(&Find::role("heading", "Today"));
    let wide = "return [document.documentElement, ...document.querySelectorAll(
            'main, dialog[open], dialog[open] .body')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => `${one.tagName}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}`)
        .join(', ')";
    let too_wide = RefCell::new(Vec::new());
    for (width, height) in [(900, 600), (1280, 800)] {
        window.resize(width, height);
        screens::visit(&window, |screen| {
            let found = window.script(wide, vec![]);
            if found != "" {
                let mut all = too_wide.borrow_mut();
                window.picture(&format!("names-too-wide-{}", all.len()));
                all.push(format!("{screen} at {width} by {height}: {found}"));
            }
            if ["disputes", "dispute, Timeline", "dispute, Money", "vendor", "Log a call"]
                .contains(&screen)
            {
                let name = screen.replace([' ', ','], "-").to_lowercase();
                window.picture(&format!("names-{name}-{width}"));
            }
        });
    }
    let all = too_wide.into_inner();
    assert!(all.is_empty(), "nothing scrolls sideways, but {all:#?}");
}
