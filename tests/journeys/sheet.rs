//! A form that lies open over the page, filled in as a person would: field by field, by label.

use holdfast_tests::{Find, Window};

/// A form in a dialog. It must be saved or closed before the page can be used again.
pub(crate) struct Sheet<'a> {
    window: &'a Window,
    dialog: Find,
}

impl<'a> Sheet<'a> {
    /// The dialog with this title, once it is there.
    #[track_caller]
    pub(crate) fn titled(window: &'a Window, title: &str) -> Self {
        let dialog = Find::role("dialog", title);
        window.wait_for(&dialog);
        window.rest();
        Self { window, dialog }
    }

    /// One field of it.
    pub(crate) fn field(&self, label: &str) -> Find {
        Find::field(label).inside(&self.dialog)
    }

    /// One group of its fields, such as a fact.
    pub(crate) fn group(&self, name: &str) -> Find {
        Find::role("group", name).inside(&self.dialog)
    }

    /// Writes into a field, in place of what stands there.
    #[track_caller]
    pub(crate) fn write(&self, label: &str, text: &str) {
        self.window.fill(&self.field(label), text);
    }

    /// Writes into a field where there is something to write.
    #[track_caller]
    pub(crate) fn write_if(&self, label: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.write(label, text);
        }
    }

    /// Chooses from a list by what it shows, or by how that begins.
    #[track_caller]
    pub(crate) fn choose(&self, label: &str, choice: &str) {
        self.choose_in(&self.field(label), choice);
    }

    /// The same in a field that the label alone does not tell apart.
    #[track_caller]
    pub(crate) fn choose_in(&self, field: &Find, choice: &str) {
        self.window.choose(field, choice);
    }

    /// Empties a field, as a person does who thinks better of it.
    #[track_caller]
    pub(crate) fn empty(&self, label: &str) {
        self.window.click(&self.field(label));
        self.window.press("Control+a Delete");
    }

    /// Chooses one of the answers that stand side by side.
    #[track_caller]
    pub(crate) fn answer(&self, question: &str, answer: &str) {
        self.window.click(&Find::role("radio", answer).inside(&self.group(question)));
    }

    /// Ticks one of several.
    #[track_caller]
    pub(crate) fn tick(&self, label: &str) {
        self.window.click(&Find::role("checkbox", label).inside(&self.dialog));
    }

    /// Types the name of somebody or something that is known, and chooses it among the proposals.
    #[track_caller]
    pub(crate) fn pick(&self, label: &str, name: &str) {
        self.pick_in(&self.field(label), name);
    }

    /// The same in a field that the label alone does not tell apart.
    #[track_caller]
    pub(crate) fn pick_in(&self, field: &Find, name: &str) {
        self.window.fill(field, name);
        let choices = Find::role("listbox", "Choices").inside(&self.dialog);
        let choice = Find::any("option").containing(name).inside(&choices);
        self.window.click(&choice);
        self.window.wait_gone(&choices);
    }

    /// The same where there is somebody to choose.
    #[track_caller]
    pub(crate) fn pick_if(&self, label: &str, name: Option<&str>) {
        if let Some(name) = name {
            self.pick(label, name);
        }
    }

    /// Types a name that is not known yet, and goes on to the next field.
    #[track_caller]
    pub(crate) fn name_new(&self, label: &str, name: &str) {
        self.write(label, name);
        self.window.press("Tab");
    }

    /// Presses one of its buttons.
    #[track_caller]
    pub(crate) fn press(&self, button: &str) {
        self.window.click(&Find::button(button).inside(&self.dialog));
    }

    /// Presses the button that saves, and waits until the form has gone.
    #[track_caller]
    pub(crate) fn save_by(&self, button: &str) {
        self.press(button);
        self.window.wait_gone(&self.dialog);
    }

    /// Saves and waits until the form has gone.
    #[track_caller]
    pub(crate) fn save(&self) {
        self.save_by("Save");
    }
}

/// Opens a menu by its button's name and chooses from it.
#[track_caller]
pub(crate) fn menu(window: &Window, button: &str, item: &str) {
    window.click(&Find::button(button));
    window.click(&Find::role("menuitem", item));
}
