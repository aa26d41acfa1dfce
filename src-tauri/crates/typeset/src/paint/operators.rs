//! The operators of a page as they stand in the file (ISO 32000-1, annex A).

use std::io::Write as _;

use crate::page::Ink;

/// A part of shown text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shown {
    /// A glyph of the font, by its id.
    Glyph(u16),
    /// What follows stands so many thousandths of the size further left.
    Back(i32),
}

/// What a page's content says so far, and what it has set for all that follows.
#[derive(Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
    /// The font's name and size.
    font: Option<(String, f32)>,
    ink: Option<Ink>,
    /// Where the last line began, in hundredths of a point; none where text is stretched.
    line: Option<[i64; 2]>,
}

impl Operators {
    /// The whole of it.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds operators that are written out, or an operator with names before it.
    pub(super) fn push(&mut self, operators: &str) {
        self.bytes.extend_from_slice(operators.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Adds an operator behind some numbers, which are rounded to hundredths: a 7,000th of an inch,
    /// and short in the file.
    pub(super) fn numbers(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            self.hundredths(hundredths(*number));
            self.bytes.push(b' ');
        }
        self.push(operator);
    }

    pub(super) fn begin_text(&mut self) {
        self.push("BT");
        self.line = Some([0, 0]);
    }

    pub(super) fn end_text(&mut self) {
        self.push("ET");
    }

    /// The ink of everything that follows.
    pub(super) fn ink(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ink = Some(ink);
            let [r, g, b] = ink.rgb().map(|part| f32::from(part) / 255.0);
            let rounded = |part: f32| (part * 1000.0).round() / 1000.0;
            self.push(&format!("{} {} {} rg", rounded(r), rounded(g), rounded(b)));
        }
    }

    /// The font of the text that follows.
    pub(super) fn font(&mut self, name: &str, size: f32) {
        if self.font.as_ref().is_none_or(|(known, of)| known != name || *of != size) {
            self.font = Some((name.to_owned(), size));
            self.push(&format!("/{name} {size} Tf"));
        }
    }

    /// Where the text that follows begins, from the page's lower left corner, and how much wider it
    /// is set than it is in its font.
    pub(super) fn place(&mut self, x: f32, y: f32, stretch: f32) {
        let place = [hundredths(x), hundredths(y)];
        match self.line {
            Some(before) if stretch == 1.0 => {
                self.hundredths(place[0] - before[0]);
                self.bytes.push(b' ');
                self.hundredths(place[1] - before[1]);
                self.push(" Td");
            }
            Some(_) | None => self.numbers(&[stretch, 0.0, 0.0, 1.0, x, y], "Tm"),
        }
        self.line = (stretch == 1.0).then_some(place);
    }

    /// Where the text that follows begins, and how much wider and higher it is set than in its font.
    pub(super) fn stretch(&mut self, [wide, high]: [f32; 2], x: f32, y: f32) {
        self.numbers(&[wide, 0.0, 0.0, high, x, y], "Tm");
        self.line = None;
    }

    /// Shows text.
    pub(super) fn show(&mut self, parts: &[Shown]) {
        let is_glyph = |part: &Shown| matches!(part, Shown::Glyph(_));
        if parts.iter().all(is_glyph) {
            self.string(parts);
            return self.push("Tj");
        }
        self.bytes.push(b'[');
        for alike in parts.chunk_by(|one, next| is_glyph(one) && is_glyph(next)) {
            match alike {
                [Shown::Back(far)] => self.integer(i64::from(*far)),
                glyphs => self.string(glyphs),
            }
        }
        self.push("]TJ");
    }

    /// Shows text whose codes are given.
    pub(super) fn bytes(&mut self, codes: &[u8]) {
        self.literal(codes.iter().copied());
        self.push("Tj");
    }

    /// Glyphs as a string, two bytes each.
    fn string(&mut self, glyphs: &[Shown]) {
        let ids = glyphs.iter().filter_map(|glyph| match glyph {
            Shown::Glyph(id) => Some(id.to_be_bytes()),
            Shown::Back(_) => None,
        });
        self.literal(ids.flatten());
    }

    /// A string (ISO 32000-1, 7.3.4.2).
    fn literal(&mut self, codes: impl Iterator<Item = u8>) {
        self.bytes.push(b'(');
        for byte in codes {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
                // As it is it would be read as a line feed.
                b'\r' => self.bytes.extend(*b"\\r"),
                byte => self.bytes.push(byte),
            }
        }
        self.bytes.push(b')');
    }

    /// Writes hundredths as a number.
    fn hundredths(&mut self, number: i64) {
        if number < 0 {
            self.bytes.push(b'-');
        }
        let (whole, part) = (number.abs() / 100, number.abs() % 100);
        if whole != 0 || part == 0 {
            self.integer(whole);
        }
        // Both digits without a final nought.
        match (part / 10, part % 10) {
            (0, 0) => {}
            (tenths, 0) => self.bytes.extend([b'.', digit(tenths)]),
            (tenths, rest) => self.bytes.extend([b'.', digit(tenths), digit(rest)]),
        }
    }

    fn integer(&mut self, number: i64) {
        // Writing to memory cannot fail.
        let _ = write!(self.bytes, "{number}");
    }
}

fn hundredths(length: f32) -> i64 {
    (length * 100.0).round() as i64
}

fn digit(of: i64) -> u8 {
    b"0123456789"[usize::try_from(of).unwrap_or_default() % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(by: impl FnOnce(&mut Operators)) -> String {
        let mut content = Operators::default();
        by(&mut content);
        String::from_utf8_lossy(&content.finish()).into_owned()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (7.0, "7"),
            (7.5, "7.5"),
            (-0.5, "-.5"),
            (0.05, ".05"),
            (71.004, "71"),
            (-71.126, "-71.13"),
            (14_400.0, "14400"),
        ];
        for (number, expected) in cases {
            let expected = format!("{expected} w\n");
            assert_eq!(said(|content| content.numbers(&[number], "w")), expected);
        }
    }

    #[test]
    fn lines_begin_where_they_belong_after_any_other() {
        let content = said(|content| {
            content.begin_text();
            content.place(71.0, 700.25, 1.0);
            content.place(71.0, 686.0, 1.0);
            content.place(100.0, 686.0, 1.5);
            content.place(120.0, 686.0, 1.0);
            content.place(71.0, 671.75, 1.0);
        });
        let expected = "BT\n71 700.25 Td\n0 -14.25 Td\n1.5 0 0 1 100 686 Tm\n1 0 0 1 120 686 Tm\n\
                        -49 -14.25 Td\n";
        assert_eq!(content, expected);
    }

    #[test]
    fn ids_that_look_like_brackets_or_line_ends_stand_in_strings_as_themselves() {
        let ids = [0x0028, 0x295C, 0x0D0A, 0x0041];
        let content = said(|content| content.show(&ids.map(Shown::Glyph)));
        assert_eq!(content, "(\0\\(\\)\\\\\\r\n\0A)Tj\n");
    }

    #[test]
    fn corrections_stand_between_strings() {
        let parts = [Shown::Back(-20), Shown::Glyph(0x4142), Shown::Glyph(0x4344), Shown::Back(7)];
        let content = said(|content| content.show(&[&parts[..], &[Shown::Glyph(0x45)]].concat()));
        assert_eq!(content, "[-20(ABCD)7(\0E)]TJ\n");
    }
}
