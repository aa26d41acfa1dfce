//! Doing things on the page.

use std::time::Instant;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use crate::find::Find;
use crate::window::{PATIENCE, Window};

impl Window {
    /// Clicks one thing, which must be there exactly once.
    ///
    /// # Panics
    /// When it is not, or something else lies over it.
    #[track_caller]
    pub fn click(&self, what: &Find) {
        let one = self.within_reach(what);
        self.done(self.runtime.block_on(one.click()), what);
    }

    /// Empties a field and types into it, or pastes what the driver cannot type: line breaks,
    /// emoji, and texts that would take long.
    ///
    /// # Panics
    /// When there is no such field, or it cannot be typed into.
    #[track_caller]
    pub fn fill(&self, what: &Find, text: &str) {
        let one = self.within_reach(what);
        self.done(self.runtime.block_on(one.clear()), what);
        if can_be_typed(text) {
            self.done(self.runtime.block_on(one.send_keys(text)), what);
        } else {
            // Clearing takes the focus away again.
            self.done(self.runtime.block_on(one.click()), what);
            self.paste(text);
        }
    }

    /// Puts a text where the cursor is, as pasting does.
    ///
    /// # Panics
    /// When nothing that can be written in has the focus.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        let script = "return document.execCommand('insertText', false, arguments[0])";
        if self.script(script, vec![text.into()]) != true {
            self.fail("nothing that can be written in has the focus");
        }
    }

    /// Chooses from a native list by what it shows, or by the beginning of what one choice shows.
    ///
    /// # Panics
    /// When there is no such list or no such choice.
    #[track_caller]
    pub fn choose(&self, what: &Find, label: &str) {
        let one = self.within_reach(what);
        let script = "const shown = [...arguments[0].options].map((one) => one.label.replace(/\\s+/gu, ' ').trim());
            const wanted = arguments[1].replace(/\\s+/gu, ' ').trim();
            const beginning = shown.filter((one) => one.startsWith(wanted));
            return shown.indexOf(beginning.length === 1 ? beginning[0] : wanted);";
        let index = self.script(script, vec![json!(one), label.into()]);
        match index.as_u64().and_then(|index| usize::try_from(index).ok()) {
            Some(index) => {
                self.done(self.runtime.block_on(one.select_by_index(index)), what);
            }
            None => self.fail(&format!("{} has no choice \"{label}\"", what.words())),
        }
    }

    /// Waits for one thing and scrolls to it, as a person does with what lies behind the head or
    /// the foot of a dialog; the driver alone scrolls only as far as the edge.
    #[track_caller]
    fn within_reach(&self, what: &Find) -> Element {
        let script = "const box = arguments[0].getBoundingClientRect();
            const at = [box.x + box.width / 2, box.y + box.height / 2];
            const top = document.elementFromPoint(...at);
            if (top !== null && arguments[0].contains(top)) return false;
            arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            return true;";
        let start = Instant::now();
        loop {
            let one = self.one(what);
            match self.runtime.block_on(self.client.execute(script, vec![json!(one)])) {
                Ok(was_moved) => {
                    if was_moved == true {
                        // Until it is painted, a click still lands where the thing was.
                        self.rest();
                    }
                    return one;
                }
                // A list that is read anew draws the thing anew; a person sees the same one.
                Err(_) if start.elapsed() < PATIENCE => {}
                Err(error) => self.fail(&format!("{}: {error}", what.words())),
            }
        }
    }

    /// Types into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let strokes =
            text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.strike(strokes.collect());
    }

    /// Presses keys: `Control+Shift+L`, `Escape`, or one after the other: `g d`.
    ///
    /// # Panics
    /// When a key has a name that is not known.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        for chord in keys.split_whitespace() {
            let values: Vec<char> = chord.split('+').map(key).collect();
            let down = values.iter().map(|&value| KeyAction::Down { value });
            let up = values.iter().rev().map(|&value| KeyAction::Up { value });
            self.strike(down.chain(up).collect());
        }
    }

    /// Makes the window as large as given, in pixels.
    ///
    /// # Panics
    /// When the window cannot be made so large.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let answer = self.runtime.block_on(self.client.set_window_size(width, height));
        if let Err(error) = answer {
            self.fail(&format!("the window cannot be made {width} by {height}: {error}"));
        }
    }

    #[track_caller]
    fn strike(&self, strokes: Vec<KeyAction>) {
        let keyboard =
            strokes.into_iter().fold(KeyActions::new("keyboard".into()), KeyActions::then);
        if let Err(error) = self.runtime.block_on(self.client.perform_actions(keyboard)) {
            self.fail(&format!("the keys could not be pressed: {error}"));
        }
    }
}

/// WebKit's driver drops line breaks, and characters beyond the first 65,536, without a word.
fn can_be_typed(text: &str) -> bool {
    text.chars().count() <= 60 && text.chars().all(|one| (' '..='\u{ffff}').contains(&one))
}

/// The character that WebDriver gives to a key.
#[track_caller]
fn key(name: &str) -> char {
    let named = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        other => {
            let mut letters = other.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {other}"),
            };
        }
    };
    named.into()
}
