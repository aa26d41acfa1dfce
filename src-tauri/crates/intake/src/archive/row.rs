//! A row of a table as a line of JSON: one object, flat, of nothing but text, whole numbers and null.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};

/// What stands in one column of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
}

/// Writes a row. Columns and cells stand in the same order.
pub(super) fn write<'a>(
    out: &mut dyn Write,
    columns: &[String],
    cells: impl IntoIterator<Item = &'a Cell>,
) -> io::Result<()> {
    let mut sign = b"{";
    for (column, cell) in columns.iter().zip(cells) {
        out.write_all(sign)?;
        serde_json::to_writer(&mut *out, column)?;
        out.write_all(b":")?;
        match cell {
            Cell::Nothing => out.write_all(b"null")?,
            Cell::Number(number) => write!(out, "{number}")?,
            Cell::Text(text) => serde_json::to_writer(&mut *out, text)?,
        }
        sign = b",";
    }
    out.write_all(b"}\n")
}

/// Reads a row. The first of a table says what its columns are; the others have to have the same.
pub(super) fn read(
    line: &[u8],
    columns: &mut Option<Vec<String>>,
) -> serde_json::Result<Vec<Cell>> {
    let mut reader = serde_json::Deserializer::from_slice(line);
    let cells = Row(columns).deserialize(&mut reader)?;
    reader.end().map(|()| cells)
}

struct Row<'a>(&'a mut Option<Vec<String>>);

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = Vec<Cell>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = Vec<Cell>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let other = || de::Error::custom("its columns are not those of the first row");
        let mut cells = Vec::new();
        if let Some(columns) = self.0 {
            for column in columns.iter() {
                let found = map.next_key::<Cow<'_, str>>()?;
                if found.as_deref() != Some(column) {
                    return Err(other());
                }
                cells.push(map.next_value_seed(One)?);
            }
            let more = map.next_key::<Cow<'_, str>>()?;
            return if more.is_some() { Err(other()) } else { Ok(cells) };
        }
        let mut columns: Vec<String> = Vec::new();
        while let Some(column) = map.next_key::<String>()? {
            if columns.contains(&column) || columns.len() >= MOST_COLUMNS {
                return Err(other());
            }
            columns.push(column);
            cells.push(map.next_value_seed(One)?);
        }
        *self.0 = Some(columns);
        Ok(cells)
    }
}

/// More columns than any table has.
const MOST_COLUMNS: usize = 200;

/// Reads one cell.
struct One;

impl<'de> DeserializeSeed<'de> for One {
    type Value = Cell;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Cell, D::Error> {
        from.deserialize_any(self)
    }
}

impl Visitor<'_> for One {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a whole number or null")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Cell, E> {
        i64::try_from(number).map(Cell::Number).map_err(|_| de::Error::custom("too large a number"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let columns = ["id", "count", "note"].map(str::to_owned);
        let cells =
            [Cell::Text("a\u{0}\"\\\n\u{2028}é".into()), Cell::Number(i64::MIN), Cell::Nothing];
        let mut line = Vec::new();
        write(&mut line, &columns, &cells).expect("written");
        assert_eq!(line.iter().filter(|it| **it == b'\n').count(), 1, "a row is a line");
        let mut found = None;
        assert_eq!(read(&line, &mut found).expect("read"), cells);
        assert_eq!(found.as_deref(), Some(&columns[..]));
    }

    #[test]
    fn what_is_no_flat_row_is_refused() {
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let bad = [
            "",
            "1",
            "[]",
            "{\"a\":{}}",
            "{\"a\":[1]}",
            "{\"a\":1.5}",
            "{\"a\":true}",
            "{\"a\":9223372036854775808}",
            "{\"a\":1}{\"a\":2}",
            "{\"a\":1,\"a\":2}",
            "{\"b\":1}",
            "{\"a\":1,\"b\":2}",
            "{}",
            "{\"a\":\"\\ud800\"}",
            deep.as_str(),
        ];
        for line in bad {
            let mut columns = Some(vec!["a".to_owned()]);
            let start: String = line.chars().take(20).collect();
            assert!(read(line.as_bytes(), &mut columns).is_err(), "{start}");
        }
        assert!(read(b"{\"a\":1,\"a\":2}", &mut None).is_err(), "a column that stands twice");
    }
}
