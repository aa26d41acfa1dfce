//! Looking at the page, and waiting for what is not there yet.

use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use serde_json::Value;

use crate::find::Find;
use crate::programs::output_folder;
use crate::window::{PATIENCE, Window};

/// The key under which WebDriver writes an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window {
    /// Runs a script in the page; `return` gives the answer.
    ///
    /// # Panics
    /// When the script throws.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.runtime.block_on(self.client.execute(script, arguments)) {
            Ok(answer) => answer,
            Err(error) => self.fail(&format!("a script failed: {error}")),
        }
    }

    /// All visible things that fit, in the order of the page.
    #[track_caller]
    pub(crate) fn all(&self, what: &Find) -> Vec<Element> {
        let found = self.script(include_str!("find.js"), vec![what.query()]);
        let ids = found.as_array().into_iter().flatten().filter_map(|one| one[ELEMENT].as_str());
        ids.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
            .collect()
    }

    /// How many fit right now.
    #[must_use]
    #[track_caller]
    pub fn count(&self, what: &Find) -> usize {
        self.all(what).len()
    }

    /// Waits until exactly one thing fits.
    #[track_caller]
    pub(crate) fn one(&self, what: &Find) -> Element {
        let mut count = 0;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let mut found = self.all(what);
            count = found.len();
            if let (1, Some(one)) = (count, found.pop()) {
                return one;
            }
            std::thread::sleep(Duration::from_millis(40));
        }
        self.fail(&format!("there should be one {}, but there are {count}", what.words()))
    }

    /// Waits until something holds.
    ///
    /// # Panics
    /// When it does not hold in time; the message says `what`.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            if start.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain until {what}"));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Waits until exactly one thing fits, without doing anything with it.
    ///
    /// # Panics
    /// When none or several fit.
    #[track_caller]
    pub fn wait_for(&self, what: &Find) {
        self.one(what);
    }

    /// Waits until nothing fits any more.
    ///
    /// # Panics
    /// When something still does after a while.
    #[track_caller]
    pub fn wait_gone(&self, what: &Find) {
        self.wait_until(&format!("{} was gone", what.words()), |window| window.count(what) == 0);
    }

    /// Waits until this text stands on the page; white space does not count.
    ///
    /// # Panics
    /// When it does not appear.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_until(&format!("\"{text}\" stood on the page"), |window| window.shows(text));
    }

    /// Whether this text stands on the page right now.
    #[must_use]
    #[track_caller]
    pub fn shows(&self, text: &str) -> bool {
        spaced(&self.text()).contains(&spaced(text))
    }

    /// All the visible text of the page.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.script("return document.body ? document.body.innerText : ''", vec![]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The visible text of one thing.
    #[must_use]
    #[track_caller]
    pub fn text_of(&self, what: &Find) -> String {
        let one = self.one(what);
        self.done(self.runtime.block_on(one.text()), what)
    }

    /// What has been filled into a field.
    #[must_use]
    #[track_caller]
    pub fn value_of(&self, what: &Find) -> String {
        let one = self.one(what);
        self.done(self.runtime.block_on(one.prop("value")), what).unwrap_or_default()
    }

    /// The page's title.
    #[must_use]
    #[track_caller]
    pub fn title(&self) -> String {
        let title = self.script("return document.title", vec![]);
        title.as_str().unwrap_or_default().to_owned()
    }

    /// The page's address.
    #[must_use]
    #[track_caller]
    pub fn address(&self) -> String {
        let address = self.script("return location.href", vec![]);
        address.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until what moves has come to rest and the page has been painted: what slides in must
    /// not be clicked where it was a moment ago.
    ///
    /// # Panics
    /// When the page does not answer.
    #[track_caller]
    pub fn rest(&self) {
        let script = include_str!("settled.js");
        if let Err(error) = self.runtime.block_on(self.client.execute_async(script, vec![])) {
            self.fail(&format!("the page does not come to rest: {error}"));
        }
    }

    /// Keeps a picture of the page as `tests/output/NAME.png`, once what moves has come to rest and
    /// the page has been painted.
    ///
    /// # Panics
    /// When there is no picture to be had or the file cannot be written.
    #[track_caller]
    pub fn picture(&self, name: &str) {
        self.rest();
        let picture = self.runtime.block_on(self.client.screenshot());
        let picture = picture.expect("the driver takes a picture");
        let file = output_folder().join(format!("{name}.png"));
        std::fs::write(&file, picture).expect("tests/output can be written to");
    }

    /// What the driver answered, or the end of the test.
    #[track_caller]
    pub(crate) fn done<T, E: std::fmt::Display>(&self, answer: Result<T, E>, what: &Find) -> T {
        match answer {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{}: {error}", what.words())),
        }
    }

    /// Ends the test with what can be seen.
    #[track_caller]
    pub(crate) fn fail(&self, why: &str) -> ! {
        let test = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let page = self.runtime.block_on(async {
            let script = "return location.href + '\\n' + document.body.innerText";
            let text = self.client.execute(script, vec![]).await.unwrap_or_default();
            (text, self.client.screenshot().await)
        });
        let name = format!("failed-{test}.png");
        if let Ok(picture) = page.1 {
            // The reason for the failure matters more than its picture.
            let _ = std::fs::write(output_folder().join(&name), picture);
        }
        let text = page.0.as_str().unwrap_or("(the page does not answer)");
        panic!("{why}\n\nThe page (tests/output/{name}):\n{text}\n\nPrinted:\n{}", self.log())
    }
}

/// The text with every run of white space as one space.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
