//! What must hold of text in every script, whether a font has it or not.

use super::*;

/// The text of the only block's lines.
fn lines(text: &str) -> Vec<String> {
    let pages = set(&specimen::paragraph(text));
    assert_within(&pages, Frame::of(Paper::A4), text);
    pages.pages.iter().flat_map(body).map(|line| words(&line.line)).collect()
}

#[test]
fn text_without_spaces_is_broken_within_the_margins_and_loses_nothing() {
    let cases = [
        ("Thai", "ข้าพเจ้าได้ติดต่อบริษัทหลายครั้งแล้วแต่ไม่ได้รับคำตอบ", 6),
        ("Lao", "ໂດຍເຫດວ່າການຮັບຮູ້ກຽດຕິສັກອັນມີປະຈຳຢູ່ຕົວບຸກຄົນ", 6),
        ("Khmer", "ដោយយល់ឃើញថាការទទួលស្គាល់សេចក្ដីថ្លៃថ្នូរ", 6),
        ("Chinese", "公司在开船前两小时取消了航班,没有给出任何理由。", 8),
        ("Japanese", "会社は出航の二時間前に欠航を決めたが、理由は示されなかった。", 8),
        ("Tibetan", "གུས་ཞབས་དང་འདྲ་མཉམ་གྱི་ཐོབ་ཐང་", 12),
        ("a word of 200 letters", "abcdefghij", 20),
        ("a name of 200 letters", "Łódźmöller", 20),
        ("an address", "https://ferry.example/booking/status?id=", 8),
        ("emoji", "👍🏽🚢👨\u{200D}👩\u{200D}👧", 40),
        ("marks alone", "\u{301}\u{302}\u{489}", 60),
        ("Adlam", "𞤚𞤵𞥅𞤺𞤢𞥄𞤣𞤫", 20),
    ];
    for (why, part, times) in cases {
        let text = part.repeat(times);
        let lines = lines(&text);
        assert!(lines.len() > 1 || why == "marks alone", "{why}: it stands on one line");
        let mut said: Vec<char> = lines.concat().chars().collect();
        let mut typed: Vec<char> = text.chars().collect();
        // Text from the right is read from the left here.
        said.sort_unstable();
        typed.sort_unstable();
        assert_eq!(said, typed, "{why}: nothing is added, as a hyphen would be, and nothing lost");
    }
}

#[test]
fn no_line_of_chinese_or_japanese_begins_with_its_punctuation() {
    for count in 1..90 {
        let text = "船".repeat(count) + "。「返金」、まで」。";
        for line in lines(&text.repeat(3)) {
            let first = line.chars().next();
            assert!(!matches!(first, Some('。' | '、' | '」')), "{count}: {line:?}");
            assert!(!line.ends_with('「'), "{count}: a quotation opens at a line's end: {line:?}");
        }
    }
}

#[test]
fn figures_and_names_from_the_left_keep_their_order_in_text_from_the_right() {
    let lines = lines("ביום 12.3.2026 שילמתי EUR 1,840.00 לחברת Ferry Lines בע״מ.");
    let line = lines.concat();
    let place = |part: &str| line.find(part).unwrap_or_else(|| panic!("{part} is torn: {line:?}"));
    assert!(place("12.3.2026") > place("1,840.00"), "what comes first stands further right");
    assert!(place("1,840.00") > place("Ferry Lines"), "and what comes last further left");
    assert!(place("Ferry Lines") > line.find('.').expect("the full stop"), "which ends the line");
}

#[test]
fn what_is_not_drawn_takes_no_space() {
    let width = |text: &str| {
        let pages = set(&specimen::paragraph(text));
        body(&pages.pages[0])[0].line.width
    };
    let cases = [
        ("zero-width space", "Fer\u{200B}ry"),
        ("zero-width joiner", "Fer\u{200D}ry"),
        ("word joiner", "Fer\u{2060}ry"),
        ("mark of direction", "Fer\u{200E}ry"),
        ("byte order mark", "\u{FEFF}Ferry"),
        ("variation selector", "Ferry\u{FE0F}"),
        ("soft hyphen", "Fer\u{AD}ry"),
    ];
    let plain = width("Ferry");
    for (why, text) in cases {
        // Kerning across them is lost, which is less than a letter's width.
        assert!((width(text) - plain).abs() < 30.0, "{why}: {} for {plain}", width(text));
    }
}

#[test]
fn a_mark_that_no_font_has_does_not_cost_its_letter() {
    let mut shaper = Shaper::new(Fallback::Nothing).expect("the shipped fonts are sound");
    let pages = super::super::pages(&specimen::paragraph("x\u{1DFF}"), &mut shaper);
    let line = &body(&pages.pages[0])[0].line;
    let boxes = line.stretches.iter().filter(|it| it.run.is_box).count();
    let letters = line.stretches.iter().filter(|it| !it.run.is_box && !it.run.glyphs.is_empty());
    assert_eq!((boxes, letters.count()), (1, 1), "one box, and the letter beside it");
    let drawn = line.stretches.iter().flat_map(|it| &it.run.glyphs);
    assert!(drawn.clone().all(|glyph| glyph.id != 0), "files for archives show no missing glyph");
    assert_eq!(shaper.missing(), ['\u{1DFF}'], "only the mark is told");
}

#[test]
fn a_space_that_no_font_has_is_a_space() {
    let mut shaper = Shaper::new(Fallback::Nothing).expect("the shipped fonts are sound");
    for space in ['\u{3000}', '\u{2003}', '\u{202F}', '\u{1680}'] {
        let text = format!("before{space}behind");
        let pages = super::super::pages(&specimen::paragraph(&text), &mut shaper);
        assert_eq!(words(&body(&pages.pages[0])[0].line), text);
    }
    assert!(shaper.missing().is_empty(), "no font need have them: {:?}", shaper.missing());
}

#[test]
fn words_on_both_sides_of_a_line_feed_stay_two() {
    for text in ["one\ntwo", "one \r\ntwo", "one\u{2028}two"] {
        assert_eq!(lines(text), ["one ", "two"], "{text:?}");
    }
    assert_eq!(lines("one\n\ntwo"), ["one ", "", "two"], "an empty line stays empty");
    let pages = set(&specimen::paragraph("שלום\nעולם"));
    let lines = body(&pages.pages[0]);
    assert!(words(&lines[0].line).starts_with(' '), "the end of a line from the right is its left");
    let Mark::Node(node) = lines[0].mark else { panic!("the line belongs to the paragraph") };
    let told = Role::Reordered { text: "שלום עולם".into() };
    assert_eq!(pages.tree.node(node).role, told, "as it is read");
}
