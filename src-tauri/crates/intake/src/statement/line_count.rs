//! Which line a place of a text is on.

/// Counts lines on the way through a text. It only goes forward, so that the whole text is looked
/// at once.
#[derive(Debug)]
pub(super) struct LineCount<'a> {
    text: &'a str,
    counted: usize,
    line: u32,
}

impl<'a> LineCount<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// The line, counted from one, on which the byte at `place` stands. A place before the last
    /// one asked for is taken to be on the same line.
    pub(super) fn at(&mut self, place: usize) -> u32 {
        let ahead = self.text.as_bytes().get(self.counted..place).unwrap_or_default();
        let ends = ahead.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted = self.counted.max(place.min(self.text.len()));
        self.line
    }
}
