//! Every screen of the window, one after the other.

use holdfast_tests::{Find, Window};
use serde_json::Value;

/// The screens that are there whatever the record holds.
const FIXED: &[&str] = &["today", "disputes", "remedies", "vendors", "evidence", "settings"];

/// What opens over a dispute's page, by the menu that adds to it.
const SHEETS: &[&str] = &["What happened", "A claim", "A promise", "A remedy", "A next step"];

/// Shows every screen, every part of a dispute, and some of the forms; `look` is told which.
pub(super) fn visit(window: &Window, look: impl Fn(&str)) {
    for place in FIXED {
        go(window, &format!("#/{place}"));
        look(place);
    }
    for dispute in links(window, "#/disputes", "#/disputes/") {
        go(window, &dispute);
        for tab in texts(window, "[role=tab]") {
            window.click(&Find::role("tab", &tab));
            rest(window);
            look(&format!("dispute, {tab}"));
        }
        for sheet in SHEETS {
            window.click(&Find::button("Add to the dispute"));
            window.click(&Find::role("menuitem", sheet));
            close_sheet(window, || look(&format!("form: {sheet}")));
        }
        window.press("Control+Shift+L");
        close_sheet(window, || look("Log a call"));
        go(window, &format!("{dispute}/dossier"));
        look("dossier");
    }
    for record in links(window, "#/vendors", "#/vendors/") {
        go(window, &record);
        look("vendor");
    }
    for record in links(window, "#/vendors", "#/people/") {
        go(window, &record);
        look("person");
    }
    window.press("Control+k");
    close_sheet(window, || look("search"));
}

fn close_sheet(window: &Window, look: impl Fn()) {
    let dialog = Find::any("dialog");
    window.wait_for(&dialog);
    window.wait_until("its fields were there", |page| {
        page.count(&Find::any("textbox").inside(&dialog))
            + page.count(&Find::any("combobox").inside(&dialog))
            > 0
    });
    rest(window);
    look();
    window.press("Escape");
    window.wait_gone(&dialog);
}

fn go(window: &Window, address: &str) {
    window.script("location.hash = arguments[0]", vec![address.into()]);
    let there =
        "return location.hash === arguments[0] && document.querySelector('main h1') !== null
        && document.querySelector('.skeleton') === null";
    window.wait_until(&format!("{address} was shown"), |page| {
        page.script(there, vec![address.into()]) == true
    });
    rest(window);
}

/// Lets a page that shows its head at once show the rest too.
fn rest(window: &Window) {
    window.rest();
    window.wait_until("nothing was loaded any more", |page| {
        page.script("return document.querySelector('.skeleton') === null", vec![]) == true
    });
}

/// Where the links of a page lead.
fn links(window: &Window, page: &str, beginning: &str) -> Vec<String> {
    go(window, page);
    let script = "return [...new Set([...document.querySelectorAll('main a[href]')]
        .map((link) => link.getAttribute('href')).filter((to) => to.startsWith(arguments[0])))]";
    window.wait_until(&format!("{page} had its links"), |page| {
        page.script(script, vec![beginning.into()]).as_array().is_some_and(|all| !all.is_empty())
    });
    strings(&window.script(script, vec![beginning.into()]))
}

fn texts(window: &Window, selector: &str) -> Vec<String> {
    // A tab's count is hidden from screen readers, and so is no part of its name.
    let script = "return [...document.querySelectorAll(arguments[0])]
        .map((one) => one.firstChild.textContent.trim())";
    strings(&window.script(script, vec![selector.into()]))
}

fn strings(found: &Value) -> Vec<String> {
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
