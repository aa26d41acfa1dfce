//! Writing the file: objects lie together in compressed streams, and so does the table of their
//! places (ISO 32000-1, 7.5.7 and 7.5.8).

use std::collections::BTreeMap;
use std::io::{BufWriter, ErrorKind, Result, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::bulk::{self, Bulk, BulkStream};
use super::objects::{self, Written};
use crate::Originals;

/// How many objects lie together: more are smaller, and slower to find one among.
const TOGETHER: usize = 400;

/// What ends a stream.
const END: &[u8] = b"\nendstream\nendobj\n";

/// How much is written at once, in bytes.
const BUFFER: usize = 1 << 16;

/// Where an object is.
enum Place {
    /// So many bytes into the file.
    At(u64),
    /// In a stream of objects, so many behind its first.
    In { stream: u32, number: u16 },
}

/// The file so far.
struct Output<'a> {
    to: BufWriter<&'a mut dyn Write>,
    /// How many bytes it has.
    length: u64,
    places: BTreeMap<u32, Place>,
    /// The number of the next object that nothing refers to.
    next: u32,
}

/// Objects that will lie together.
#[derive(Default)]
struct Together {
    numbers: Vec<u32>,
    /// Each object's number and how far behind the first it begins.
    index: String,
    bodies: Vec<u8>,
}

/// Writes a file with some objects that are already written, and streams whose bytes come from
/// elsewhere. What is no stream goes into streams of objects; streams that may be compressed and are
/// not are compressed.
pub(super) fn write(
    file: lopdf::Document,
    written: &Written,
    bulk: &Bulk<'_>,
    originals: &dyn Originals,
    to: &mut dyn Write,
) -> Result<()> {
    let to = BufWriter::with_capacity(BUFFER, to);
    let mut out = Output { to, length: 0, places: BTreeMap::new(), next: file.max_id + 1 };
    // The second line tells programs that the file is not text.
    out.add(b"%PDF-1.7\n%\xC2\xA7\xC2\xB6\n")?;
    let mut bulk = bulk.streams.iter().peekable();
    let mut together = Together::default();
    for ((number, _), object) in file.objects {
        while let Some(stream) = bulk.next_if(|stream| stream.number < number) {
            out.bulk(stream, originals)?;
        }
        if let Object::Stream(stream) = object {
            out.stream(number, stream)?;
        } else {
            together.begin(number);
            objects::write(&object, &mut together.bodies);
            together.bodies.push(b'\n');
            out.together_if_full(&mut together)?;
        }
    }
    for stream in bulk {
        out.bulk(stream, originals)?;
    }
    for (number, object) in written.iter() {
        together.begin(number);
        together.bodies.extend_from_slice(object);
        out.together_if_full(&mut together)?;
    }
    if !together.numbers.is_empty() {
        out.together(together)?;
    }
    out.end(file.trailer)
}

impl Together {
    /// Notes that the next object has a number.
    fn begin(&mut self, number: u32) {
        self.numbers.push(number);
        self.index.push_str(&format!("{number} {} ", self.bodies.len()));
    }
}

impl Output<'_> {
    fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.length += bytes.len() as u64;
        self.to.write_all(bytes)
    }

    /// Adds a stream under a number.
    fn stream(&mut self, number: u32, stream: Stream) -> Result<()> {
        let Stream { mut dict, mut content, allows_compression, .. } = stream;
        if allows_compression && !dict.has(b"Filter") {
            content = compressed(&content)?;
            dict.set("Filter", "FlateDecode");
        }
        if content.ends_with(b"\r") {
            content = wrapped(&content);
            wrap(&mut dict);
        }
        self.begin(number, dict, content.len() as u64)?;
        self.add(&content)?;
        self.add(END)
    }

    /// Adds a stream whose bytes come from elsewhere; they pass through as they are, unless they
    /// have to be coded otherwise.
    fn bulk(&mut self, stream: &BulkStream<'_>, from: &dyn Originals) -> Result<()> {
        let BulkStream { number, kind, bytes, shrinks } = stream;
        let mut kind = kind.clone();
        if *shrinks {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
            bulk::copy(bytes, from, &mut packed)?;
            kind.set("Filter", "FlateDecode");
            let packed = Stream::new(kind, packed.finish()?).with_compression(false);
            return self.stream(*number, packed);
        }
        if bytes.last() == Some(b'\r') {
            let mut content = Vec::new();
            bulk::copy(bytes, from, &mut content)?;
            return self.stream(*number, Stream::new(kind, content).with_compression(false));
        }
        self.begin(*number, kind, bytes.size())?;
        bulk::copy(bytes, from, &mut self.to)?;
        self.length += bytes.size();
        self.add(END)
    }

    /// Begins a stream of so many bytes under a number.
    fn begin(&mut self, number: u32, mut dict: Dictionary, length: u64) -> Result<()> {
        dict.set("Length", length as i64);
        self.places.insert(number, Place::At(self.length));
        let mut head = format!("{number} 0 obj\n").into_bytes();
        objects::dictionary(&dict, &mut head);
        head.extend_from_slice(b"stream\n");
        self.add(&head)
    }

    fn together_if_full(&mut self, objects: &mut Together) -> Result<()> {
        if objects.numbers.len() < TOGETHER {
            return Ok(());
        }
        self.together(std::mem::take(objects))
    }

    /// Adds objects as one stream.
    fn together(&mut self, objects: Together) -> Result<()> {
        let stream = self.next;
        self.next += 1;
        for (number, object) in (0..).zip(&objects.numbers) {
            self.places.insert(*object, Place::In { stream, number });
        }
        let kind = dictionary! {
            "Type" => "ObjStm",
            "N" => objects.numbers.len() as i64,
            "First" => objects.index.len() as i64,
        };
        let content = [objects.index.as_bytes(), &objects.bodies].concat();
        self.stream(stream, Stream::new(kind, content))
    }

    /// Adds the places of all objects and ends the file.
    fn end(mut self, mut trailer: Dictionary) -> Result<()> {
        let number = self.next;
        let mut table = self.table(number)?;
        while table.ends_with(b"\r") {
            // Some readers know no [`wrapped`] table. One byte further on, its sum is another.
            self.add(b"\n")?;
            table = self.table(number)?;
        }
        let start = self.length;
        trailer.set("Type", "XRef");
        trailer.set("Size", i64::from(number) + 1);
        trailer.set("W", vec![Object::from(1), 4.into(), 2.into()]);
        trailer.set("Index", self.sections());
        trailer.set("Filter", "FlateDecode");
        trailer.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => ROW as i64 });
        self.stream(number, Stream::new(trailer, table))?;
        self.add(format!("startxref\n{start}\n%%EOF\n").as_bytes())?;
        self.to.flush()
    }

    /// The places of all objects, packed, when the table itself comes next under a number.
    fn table(&mut self, number: u32) -> Result<Vec<u8>> {
        self.places.insert(number, Place::At(self.length));
        let mut rows = Vec::with_capacity(self.places.len() * ROW);
        let mut before = [0; ROW];
        for place in self.places.values() {
            let row = place.row()?;
            // What changes from row to row (RFC 2083, 6.4, “Up”) is mostly nothing.
            rows.push(2);
            rows.extend(row.iter().zip(before).map(|(byte, above)| byte.wrapping_sub(above)));
            before = row;
        }
        compressed(&rows)
    }

    /// The first number and the length of each group of objects whose numbers follow one another.
    fn sections(&self) -> Vec<Object> {
        let numbers: Vec<u32> = self.places.keys().copied().collect();
        let groups = numbers.chunk_by(|one, next| one + 1 == *next);
        groups.flat_map(|group| [i64::from(group[0]).into(), (group.len() as i64).into()]).collect()
    }
}

/// How long a row of the table of places is: one byte for its kind, four for a place in the file or
/// the number of a stream, two for the place in that. Any width is allowed, but some readers know
/// only whole machine words.
const ROW: usize = 7;

impl Place {
    /// What the table says.
    ///
    /// # Errors
    /// `FileTooLarge` behind four gibibytes.
    fn row(&self) -> Result<[u8; ROW]> {
        let (kind, place, number) = match self {
            Self::At(place) => (1, u32::try_from(*place).map_err(|_| ErrorKind::FileTooLarge)?, 0),
            Self::In { stream, number } => (2, *stream, *number),
        };
        let [p0, p1, p2, p3] = place.to_be_bytes();
        let [n0, n1] = number.to_be_bytes();
        Ok([kind, p0, p1, p2, p3, n0, n1])
    }
}

fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    encoder.finish()
}

/// Adds to what says how a stream is coded that it is [`wrapped`].
fn wrap(dict: &mut Dictionary) {
    let inner = dict.get(b"Filter").cloned().ok();
    let filters = std::iter::once(Object::from("ASCII85Decode")).chain(inner);
    dict.set("Filter", filters.collect::<Vec<_>>());
    if let Ok(parameters) = dict.get(b"DecodeParms").cloned() {
        dict.set("DecodeParms", vec![Object::Null, parameters]);
    }
}

/// Bytes in ASCII base-85 (ISO 32000-1, 7.4.3): for the few streams whose last byte is a carriage
/// return, which readers may take for a part of the line end behind it (ISO 19005-3, 6.1.7.1).
fn wrapped(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() / 4 * 5 + 8);
    for four in content.chunks(4) {
        let mut word = [0; 4];
        word[..four.len()].copy_from_slice(four);
        let mut rest = u32::from_be_bytes(word);
        if rest == 0 && four.len() == 4 {
            out.push(b'z');
            continue;
        }
        let mut digits = [0; 5];
        for digit in digits.iter_mut().rev() {
            *digit = b'!' + (rest % 85) as u8;
            rest /= 85;
        }
        out.extend_from_slice(&digits[..=four.len()]);
    }
    out.extend_from_slice(b"~>");
    out
}

#[cfg(test)]
mod tests {
    use holdfast_domain::Sha256;
    use holdfast_domain::document::{Bytes, StoredBytes};

    use super::*;
    use crate::Nothing;

    /// A file with one stream.
    fn with(content: &[u8], allows_compression: bool) -> Vec<u8> {
        let mut file = lopdf::Document::with_version("1.7");
        let stream = Stream::new(Dictionary::new(), content.to_vec());
        let stream = file.add_object(stream.with_compression(allows_compression));
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Own" => stream });
        file.trailer.set("Root", root);
        written(file, &Bulk::default())
    }

    fn written(file: lopdf::Document, bulk: &Bulk<'_>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let written = write(file, &Written::default(), bulk, &Nothing, &mut bytes);
        written.expect("it can be written");
        bytes
    }

    /// An original that is stored elsewhere.
    struct Shelf(&'static [u8]);

    impl Originals for Shelf {
        fn copy(&self, _: Sha256, to: &mut dyn Write) -> Result<()> {
            self.0.chunks(3).try_for_each(|piece| to.write_all(piece))
        }
    }

    /// A file with one stream whose bytes are elsewhere, said to be so many.
    fn with_stored(content: &'static [u8], size: u64, shrinks: bool) -> Result<Vec<u8>> {
        let (sha256, last) = (Sha256([7; 32]), content.last().copied());
        let stored = Bytes::Stored(StoredBytes { sha256, size, last });
        let mut file = lopdf::Document::with_version("1.7");
        let mut bulk = Bulk::default();
        let stream = bulk.add(&mut file, Dictionary::new(), &stored, shrinks);
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Own" => stream });
        file.trailer.set("Root", root);
        let mut bytes = Vec::new();
        write(file, &Written::default(), &bulk, &Shelf(content), &mut bytes)?;
        Ok(bytes)
    }

    fn own_stream(file: &[u8]) -> Vec<u8> {
        let read = lopdf::Document::load_mem(file).expect("it can be read");
        let root = read.catalog().expect("a catalogue");
        let own = root.get(b"Own").and_then(Object::as_reference).expect("a stream");
        let own = read.get_object(own).and_then(Object::as_stream).expect("a stream");
        own.decompressed_content().unwrap_or_else(|_| own.content.clone())
    }

    #[test]
    fn bytes_that_are_elsewhere_are_written_as_they_come() {
        for content in [&b"plain words"[..], b"an end of old\r", b"", b"\r"] {
            for shrinks in [false, true] {
                let size = content.len() as u64;
                let file = with_stored(content, size, shrinks).expect("it can be written");
                assert_eq!(own_stream(&file), content, "compressed: {shrinks}");
                let ends = file.windows(11).any(|bytes| bytes == b"\r\nendstream");
                assert!(!ends, "{content:?} ends with a carriage return");
            }
        }
        for size in [10, 12] {
            let written = with_stored(b"plain words", size, false);
            assert!(written.is_err(), "it has 11 bytes, not {size}: places would be wrong");
        }
    }

    #[test]
    fn the_table_of_places_is_never_wrapped() {
        let mut moved = 0;
        for length in 0..2_000 {
            let file = with(&vec![b'x'; length], false);
            let start = file.windows(10).rposition(|it| it == b"/Type/XRef").expect("a table");
            let table = String::from_utf8_lossy(&file[start..]);
            assert!(!table.contains("\r\nendstream"), "{length}: it ends as it may");
            assert!(!table.contains("ASCII85"), "{length}: every reader can read the table");
            moved += usize::from(file.windows(8).any(|it| it == b"endobj\n\n"));
            lopdf::Document::load_mem(&file).expect("it can be read");
        }
        assert!((1..50).contains(&moved), "only where it must be: {moved}");
    }

    #[test]
    fn no_stream_ends_with_a_carriage_return_and_each_comes_out_as_it_went_in() {
        // Among so many, some sums at the end of compressed streams end with it.
        let many = (0..2_000_u16).map(|number| (number.to_be_bytes().repeat(3), true));
        let raw = [&b"\r"[..], b"ab\r", b"\0\0\0\0abc\r", b"plain", b"\xFF\xFE\xFD\xFC\r\r"];
        let mut wrapped = 0;
        for (content, is_packed) in many.chain(raw.map(|raw| (raw.to_vec(), false))) {
            let file = with(&content, is_packed);
            let ends = |end: &[u8]| file.windows(end.len()).any(|bytes| bytes == end);
            assert!(!ends(b"\r\nendstream"), "{content:?} ends with a carriage return");
            wrapped += usize::from(ends(b"/ASCII85Decode"));
            assert_eq!(own_stream(&file), content, "packed: {is_packed}");
        }
        assert!((5..50).contains(&wrapped), "only where it must be: {wrapped}");
    }
}
