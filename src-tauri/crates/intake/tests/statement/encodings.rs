//! The same file in each encoding that banks write, and files that are no text.

use crate::{entries, problems, read_euros};

const FILE: &str = "!Type:Bank\nD13/03/2026\nT-7,50\nPBäckerei Möller, Straße 9\nMCafé crème\n^\n";
const ENTRY: &str = "2026-03-13 -7.50 EUR | Bäckerei Möller, Straße 9 | Café crème | - | -";

/// Each character as one byte, as the table says for those that are not ASCII.
fn bytes_of(text: &str, table: &[(char, u8)]) -> Vec<u8> {
    let byte = |character: char| match u8::try_from(character) {
        Ok(byte) if byte < 0x80 => byte,
        _ => table.iter().find(|(it, _)| *it == character).expect("it is in the table").1,
    };
    text.chars().map(byte).collect()
}

fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

const WINDOWS: &[(char, u8)] =
    &[('ä', 0xE4), ('ö', 0xF6), ('ß', 0xDF), ('é', 0xE9), ('è', 0xE8), ('–', 0x96)];
const MACINTOSH: &[(char, u8)] = &[('ä', 0x8A), ('ö', 0x9A), ('ß', 0xA7), ('é', 0x8E), ('è', 0x8F)];

#[test]
fn the_encoding_is_found_out() {
    let marked = |mark: &[u8], text: Vec<u8>| [mark, &text].concat();
    let (little, big) = (wide(FILE, u16::to_le_bytes), wide(FILE, u16::to_be_bytes));
    let utf_8 = || FILE.as_bytes().to_vec();
    let cases = [
        (utf_8(), "UTF-8", "plain"),
        (marked(b"\xEF\xBB\xBF", utf_8()), "UTF-8", "with a mark"),
        (marked(b"\xFF\xFE", little.clone()), "UTF-16LE", "with a mark"),
        (marked(b"\xFE\xFF", big.clone()), "UTF-16BE", "with a mark"),
        (little, "UTF-16LE", "without a mark"),
        (big, "UTF-16BE", "without a mark"),
        (bytes_of(FILE, WINDOWS), "windows-1252", "one byte a letter"),
        (bytes_of(FILE, MACINTOSH), "macintosh", "one byte a letter"),
        (FILE.replace('\n', "\r\n").into_bytes(), "UTF-8", "lines end with both"),
        (FILE.replace('\n', "\r").into_bytes(), "UTF-8", "lines end with a return"),
        ([FILE.as_bytes(), b"\x1A"].concat(), "UTF-8", "the end mark of old systems"),
    ];
    for (file, encoding, how) in cases {
        let reading = read_euros(file);
        assert_eq!(reading.encoding, encoding, "{encoding}, {how}");
        assert_eq!(problems(&reading), Vec::<String>::new(), "{encoding}, {how}");
        assert_eq!(entries(&reading), [ENTRY], "{encoding}, {how}");
    }
}

#[test]
fn what_a_head_declares_is_believed_only_where_the_bytes_allow() {
    let file = |head: &str| {
        format!(
            "{head}<OFX><STMTRS><STMTTRN><DTPOSTED>20260313<TRNAMT>-7.50<NAME>Möller – Straße</STMTTRN></STMTRS></OFX>"
        )
    };
    let old = |charset: &str| format!("OFXHEADER:100\nDATA:OFXSGML\nCHARSET:{charset}\n\n");
    let windows = |head: &str| bytes_of(&file(head), WINDOWS);
    let cases = [
        (windows(&old("1252")), "windows-1252"),
        (windows(&old("8859-1")), "windows-1252"),
        (windows(&old("NONE")), "windows-1252"),
        (windows("OFXHEADER:100DATA:OFXSGMLCHARSET:1252COMPRESSION:NONE\n"), "windows-1252"),
        (file(&old("1252")).into_bytes(), "UTF-8"),
        (file(&old("NONE")).into_bytes(), "UTF-8"),
    ];
    for (bytes, encoding) in cases {
        let reading = read_euros(bytes);
        assert_eq!(reading.encoding, encoding);
        assert_eq!(
            entries(&reading),
            ["2026-03-13 -7.50 EUR | Möller – Straße | Möller – Straße | - | -"]
        );
    }
}

#[test]
fn a_letter_that_the_bank_cut_in_two_costs_that_letter_alone() {
    let mut file = FILE.as_bytes().to_vec();
    let place = FILE.find("ß").expect("it has one");
    file.remove(place + 1);
    let reading = read_euros(file);
    assert_eq!(reading.encoding, "UTF-8", "most letters are whole");
    assert_eq!(problems(&reading), ["4 lost_characters 1"]);
    assert_eq!(entries(&reading), [ENTRY.replace('ß', "\u{FFFD}")]);
}

#[test]
fn zero_bytes_behind_the_end_are_said() {
    for (file, zeros) in [(FILE.as_bytes().to_vec(), 512), (wide(FILE, u16::to_le_bytes), 512)] {
        let reading = read_euros([file, vec![0; zeros]].concat());
        assert_eq!(problems(&reading).len(), 1, "{:?}", reading.problems);
        assert!(problems(&reading)[0].starts_with("- padded 51"), "{:?}", reading.problems);
        assert_eq!(entries(&reading), [ENTRY]);
    }
}

#[test]
fn what_is_no_text_or_not_whole_is_refused() {
    let little = wide(FILE, u16::to_le_bytes);
    let half = FILE.find("é").expect("it has one") + 1;
    let with_zero = FILE.replace("Café", "Caf\0");
    let cases: [(&[u8], &str); 13] = [
        (b"", "!- empty_file"),
        (b" \r\n\t\n", "!- empty_file"),
        (b"\xEF\xBB\xBF", "!- empty_file"),
        (b"\0\0\0\0", "!- empty_file"),
        (b"%PDF-1.7 and more", "!- binary PDF"),
        (b"PK\x03\x04 and more", "!- binary ZIP"),
        (b"\xD0\xCF\x11\xE0 and more", "!- binary XLS"),
        (b"\x89PNG\r\n", "!- binary PNG"),
        (b"\xFF\xD8\xFF\xE0", "!- binary JPEG"),
        (b"a\nb\x01c", "!2 binary"),
        (with_zero.as_bytes(), "!5 binary"),
        (&little[..little.len() - 1], "!6 cut_short"),
        (&FILE.as_bytes()[..half], "!5 cut_short"),
    ];
    for (bytes, expected) in cases {
        let reading = read_euros(bytes);
        assert_eq!(problems(&reading), [expected], "{:?}", String::from_utf8_lossy(bytes));
        assert!(reading.statements.is_empty());
    }
}

#[test]
fn what_is_too_large_is_counted_and_not_read() {
    let file = vec![b'x'; holdfast_intake::statement::LARGEST + 1];
    assert_eq!(problems(&read_euros(file)), ["!- too_large 67108865"]);
}
