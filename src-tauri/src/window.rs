//! The one window, and what it may never do: leave its own page, or open another.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewWindowBuilder};

/// Opens the window that `tauri.conf.json` describes.
///
/// Files dropped on the window are taken by Tauri before the page sees them, and a page that
/// would replace ours is refused, so a dropped file cannot be navigated to.
///
/// # Errors
/// Whatever the platform says when it cannot make a window.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_own_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .build()?;
    }
    Ok(())
}

/// Whether an address is a page of our own: `tauri://localhost`, and on Windows, where pages need
/// a web address, `http://tauri.localhost`.
fn is_own_page(url: &Url) -> bool {
    let own = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    (url.scheme(), url.host_str()) == (own.0, Some(own.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn the_window_stays_on_its_own_page() {
        let cases = [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#/disputes", true),
            ("file:///home/someone/receipt.pdf", false),
            ("https://shop.example/", false),
            ("http://localhost/", false),
            ("tauri://localhost.example/", false),
            ("about:blank", false),
            ("data:text/html,hello", false),
        ];
        for (address, own) in cases {
            let url = Url::parse(address).expect("the case is a valid address");
            assert_eq!(is_own_page(&url), own, "{address}");
        }
    }
}
