//! Reminders as notifications of the desktop, while the program runs.

use std::thread;
use std::time::Duration;

use holdfast_app::App;
use tauri::{AppHandle, Manager as _};

use crate::desk::Desk;

/// The window stands first; nobody is told anything before they can look at it.
const BEGIN: Duration = Duration::from_secs(10);
/// How often is looked whether something's time has come.
const EVERY: Duration = Duration::from_secs(30);

/// Looks from time to time whether something is to be told. A record that cannot be read says so in
/// the window, and a desktop without notifications is none the worse for it.
pub(crate) fn watch(handle: AppHandle) {
    thread::spawn(move || {
        thread::sleep(BEGIN);
        loop {
            let due = handle.state::<Desk>().with(App::remind).unwrap_or_default();
            due.iter().for_each(desktop::tell);
            thread::sleep(EVERY);
        }
    });
}

/// The notifications of the desktops of Linux: `org.freedesktop.Notifications` on the session's bus.
#[cfg(target_os = "linux")]
mod desktop {
    use std::collections::HashMap;
    use std::path::Path;

    use gtk::gio::{self, BusType, Cancellable, DBusCallFlags};
    use gtk::glib::Variant;
    use gtk::prelude::*;
    use holdfast_app::Reminder;

    /// How long the desktop may take to answer, in milliseconds.
    const PATIENCE: i32 = 5_000;

    /// Shows a reminder, where somebody listens; Today says the same in any case.
    pub(super) fn tell(reminder: &Reminder) {
        if !has_session_bus() {
            return;
        }
        let Ok(bus) = gio::bus_get_sync(BusType::Session, Cancellable::NONE) else { return };
        let (title, body) = (reminder.title.as_str(), plain(&reminder.body));
        let (actions, hints) = (Vec::<String>::new(), HashMap::<String, Variant>::new());
        // The name of the program, what it replaces, its icon, the words, and how long they stay.
        let words = ("Holdfast", 0_u32, "holdfast", title, body.as_str(), actions, hints, -1_i32);
        // An error says that nobody shows notifications here, which is no fault.
        let _ = bus.call_sync(
            Some("org.freedesktop.Notifications"),
            "/org/freedesktop/Notifications",
            "org.freedesktop.Notifications",
            "Notify",
            Some(&words.to_variant()),
            None,
            DBusCallFlags::NONE,
            PATIENCE,
            Cancellable::NONE,
        );
    }

    /// Whether there is a bus to speak on. Asked without one, the library would start a bus.
    fn has_session_bus() -> bool {
        let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|it| !it.is_empty());
        let usual = std::env::var_os("XDG_RUNTIME_DIR");
        named || usual.is_some_and(|folder| Path::new(&folder).join("bus").exists())
    }

    /// Text as text: these desktops read marks of HTML in the body.
    fn plain(text: &str) -> String {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }

    #[cfg(test)]
    mod tests {
        use super::plain;

        #[test]
        fn what_people_wrote_is_told_as_text() {
            assert_eq!(plain("<b>Fee</b> & tax"), "&lt;b&gt;Fee&lt;/b&gt; &amp; tax");
        }
    }
}

/// Elsewhere Today alone says what asks.
#[cfg(not(target_os = "linux"))]
mod desktop {
    use holdfast_app::Reminder;

    /// Shows nothing.
    pub(super) fn tell(_: &Reminder) {}
}
