//! A small window full of files that can be dragged out of it, for tests that drop them elsewhere.
//!
//! It is called with the place of its upper left corner on the screen and the files, and writes
//! `ready` once it can be dragged from.

use gtk::gdk::{DragAction, ModifierType};
use gtk::glib::{self, Propagation};
use gtk::prelude::*;
use gtk::{TargetEntry, TargetFlags, Window, WindowType, gio};

/// How wide and high it is, in pixels.
const SIZE: i32 = 60;

fn main() {
    let mut words = std::env::args().skip(1);
    let mut place = || words.next().and_then(|word| word.parse::<i32>().ok()).expect("a place");
    let (x, y) = (place(), place());
    let files: Vec<String> =
        words.map(|path| gio::File::for_path(path).uri().to_string()).collect();
    gtk::init().expect("there is a screen");
    // A window that no window manager arranges stays where it is put.
    let window = Window::new(WindowType::Popup);
    window.move_(x, y);
    window.resize(SIZE, SIZE);
    let targets = [TargetEntry::new("text/uri-list", TargetFlags::OTHER_APP, 0)];
    window.drag_source_set(ModifierType::BUTTON1_MASK, &targets, DragAction::COPY);
    window.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = files.iter().map(String::as_str).collect();
        data.set_uris(&uris);
    });
    window.connect_drag_end(|_, _| gtk::main_quit());
    window.connect_map_event(|_, _| {
        // The server has to have drawn it before the mouse can find it.
        glib::idle_add_once(|| println!("ready"));
        Propagation::Proceed
    });
    window.show_all();
    gtk::main();
}
