//! Words put on lines, as a page shows them.

/// Lines as they grow.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// How many line ends are to come before the next word.
    ends: u8,
    /// Whether a space is.
    space: bool,
}

impl Lines {
    /// Adds text. Unless it is taken as it is written, any run of spaces and line ends is a space.
    pub(super) fn push(&mut self, text: &str, as_written: bool) {
        if as_written {
            if !text.is_empty() {
                self.settle();
                self.text.push_str(text);
            }
            return;
        }
        let is_space = |it: char| it.is_ascii_whitespace();
        self.space |= text.starts_with(is_space);
        for (number, word) in text.split(is_space).filter(|it| !it.is_empty()).enumerate() {
            self.space |= number > 0;
            self.settle();
            self.text.push_str(word);
        }
        self.space |= text.ends_with(is_space);
    }

    /// Asks for at least so many line ends before what comes next.
    pub(super) fn gap(&mut self, ends: u8) {
        self.ends = self.ends.max(ends);
    }

    fn settle(&mut self) {
        if !self.text.is_empty() {
            let there = self.text.bytes().rev().take_while(|byte| *byte == b'\n').take(2).count();
            let missing = usize::from(self.ends).saturating_sub(there);
            self.text.extend(std::iter::repeat_n('\n', missing));
            if self.space && self.ends == 0 && there == 0 {
                self.text.push(' ');
            }
        }
        self.ends = 0;
        self.space = false;
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}
