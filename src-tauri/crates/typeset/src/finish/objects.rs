//! Objects as they stand in the file (ISO 32000-1, 7.3).

use std::io::Write as _;

use lopdf::{Dictionary, Object, StringFormat};

/// Objects that were written before the file is.
#[derive(Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    /// Each object's number and where it ends.
    ends: Vec<(u32, usize)>,
}

impl Written {
    /// Adds an object under a number.
    pub(super) fn add(&mut self, number: u32, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.bytes.push(b'\n');
        self.ends.push((number, self.bytes.len()));
    }

    /// The numbers and the objects, each with a line end behind it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let mut start = 0;
        self.ends.iter().map(move |(number, end)| {
            let own = &self.bytes[start..*end];
            start = *end;
            (*number, own)
        })
    }
}

/// Adds an object to some bytes. A stream is its dictionary alone.
pub(super) fn write(object: &Object, to: &mut Vec<u8>) {
    match object {
        Object::Null => word("null", to),
        Object::Boolean(is_so) => word(if *is_so { "true" } else { "false" }, to),
        Object::Integer(number) => word(*number, to),
        Object::Real(number) => word(number, to),
        Object::Reference((number, generation)) => {
            word(format_args!("{number} {generation} R"), to);
        }
        Object::Name(bytes) => name(bytes, to),
        Object::String(bytes, StringFormat::Literal) => literal(bytes, to),
        Object::String(bytes, StringFormat::Hexadecimal) => hexadecimal(bytes, to),
        Object::Array(items) => {
            to.push(b'[');
            items.iter().for_each(|item| write(item, to));
            to.push(b']');
        }
        Object::Dictionary(entries) => dictionary(entries, to),
        Object::Stream(stream) => dictionary(&stream.dict, to),
    }
}

pub(super) fn dictionary(entries: &Dictionary, to: &mut Vec<u8>) {
    to.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(key, to);
        write(value, to);
    }
    to.extend_from_slice(b">>");
}

/// Adds what needs a space before it unless something stands there that ends itself.
fn word(word: impl std::fmt::Display, to: &mut Vec<u8>) {
    if to.last().is_some_and(|last| !b"[]<>()\n ".contains(last)) {
        to.push(b' ');
    }
    // Writing to memory cannot fail.
    let _ = write!(to, "{word}");
}

/// Adds a name; what is no plain letter in its hexadecimal form.
pub(super) fn name(bytes: &[u8], to: &mut Vec<u8>) {
    to.push(b'/');
    for byte in bytes {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            to.push(*byte);
        } else {
            let _ = write!(to, "#{byte:02X}");
        }
    }
}

fn literal(bytes: &[u8], to: &mut Vec<u8>) {
    to.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => to.extend([b'\\', *byte]),
            // As it is it would be read as a line feed.
            b'\r' => to.extend(*b"\\r"),
            byte => to.push(*byte),
        }
    }
    to.push(b')');
}

fn hexadecimal(bytes: &[u8], to: &mut Vec<u8>) {
    to.push(b'<');
    for byte in bytes {
        let _ = write!(to, "{byte:02X}");
    }
    to.push(b'>');
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn objects_are_written_as_briefly_as_they_can_be_read() {
        let text = |text: &str| Object::String(text.into(), StringFormat::Literal);
        let cases: Vec<(Object, &str)> = vec![
            (vec![Object::Null, true.into(), 7.into(), (-8).into()].into(), "[null true 7 -8]"),
            (Object::Real(71.25), "71.25"),
            (Object::Array(vec![(12, 0).into(), (13, 0).into()]), "[12 0 R 13 0 R]"),
            (vec![text("a"), 1.into(), text("b")].into(), "[(a)1(b)]"),
            (text("(\\\r\n)"), "(\\(\\\\\\r\n\\))"),
            (Object::String(vec![0xFE, 0x0F], StringFormat::Hexadecimal), "<FE0F>"),
            (Object::Name(b"A b/#\xC3".to_vec()), "/A#20b#2F#23#C3"),
            (
                dictionary! { "S" => "TD", "P" => (4, 0), "K" => vec![Object::from(1)] }.into(),
                "<</S/TD/P 4 0 R/K[1]>>",
            ),
        ];
        for (object, expected) in cases {
            let mut written = Vec::new();
            write(&object, &mut written);
            assert_eq!(String::from_utf8_lossy(&written), expected);
        }
    }
}
