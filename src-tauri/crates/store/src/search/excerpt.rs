//! The part of a text where the words stand, with the words marked.

use super::question::Question;

/// A stretch of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its text.
    pub text: String,
    /// Whether it is what was searched for.
    pub marked: bool,
}

/// How many bytes of a text are shown at most, and how many of them before the first word.
const LENGTH: usize = 200;
const BEFORE: usize = 48;

/// Where the words of a question stand in a text.
#[derive(Debug)]
pub(super) struct Places<'t> {
    pub(super) text: &'t str,
    /// In order and apart.
    stretches: Vec<(usize, usize)>,
    /// Which words of the question they are, a bit each.
    pub(super) words: u32,
}

impl<'t> Places<'t> {
    pub(super) fn of(question: &Question, text: &'t str) -> Self {
        let mut places = question.places(text);
        places.sort_unstable();
        let words = places.iter().fold(0, |all, (_, _, which)| all | 1 << which);
        let mut stretches: Vec<(usize, usize)> = Vec::with_capacity(places.len());
        for (start, end, _) in places {
            match stretches.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                Some(_) | None => stretches.push((start, end)),
            }
        }
        Self { text, stretches, words }
    }

    /// The text as a whole.
    pub(super) fn whole(&self) -> Vec<Span> {
        self.between(0, self.text.len())
    }

    /// A part of the text about the first words that were found, or its beginning.
    pub(super) fn excerpt(&self) -> Vec<Span> {
        if self.text.len() <= LENGTH {
            return self.whole();
        }
        let first = self.stretches.first().map_or(0, |(start, _)| *start);
        let from = self.word_begins(first.saturating_sub(BEFORE)).min(first);
        let until = self.word_ends((from + LENGTH).min(self.text.len()));
        let mut spans = self.between(from, until);
        if from > 0 {
            spans.insert(0, Span { text: "… ".to_owned(), marked: false });
        }
        if until < self.text.len() {
            spans.push(Span { text: " …".to_owned(), marked: false });
        }
        spans
    }

    fn between(&self, from: usize, until: usize) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut at = from;
        let within = self.stretches.iter().filter(|(start, end)| *start < until && *end > from);
        for (start, end) in within {
            let (start, end) = ((*start).max(from), (*end).min(until));
            push(&mut spans, self.text.get(at..start), false);
            push(&mut spans, self.text.get(start..end), true);
            at = end;
        }
        push(&mut spans, self.text.get(at..until), false);
        spans
    }

    /// Where the next word behind a place begins, unless none does soon.
    fn word_begins(&self, near: usize) -> usize {
        let near = self.text.floor_char_boundary(near);
        if near == 0 {
            return 0;
        }
        let rest = self.text.get(near..).unwrap_or_default();
        let space = rest.char_indices().take(BEFORE / 2).find(|(_, letter)| letter.is_whitespace());
        space.map_or(near, |(at, letter)| near + at + letter.len_utf8())
    }

    /// Where the last word before a place ends, unless none does soon.
    fn word_ends(&self, near: usize) -> usize {
        let near = self.text.floor_char_boundary(near);
        if near == self.text.len() {
            return near;
        }
        let before = self.text.get(..near).unwrap_or_default();
        let mut back = before.char_indices().rev().take(BEFORE / 2);
        back.find(|(_, letter)| letter.is_whitespace()).map_or(near, |(at, _)| at)
    }
}

/// Adds a stretch, with its white space as single spaces.
fn push(spans: &mut Vec<Span>, text: Option<&str>, marked: bool) {
    let mut shown = String::new();
    for letter in text.unwrap_or_default().chars() {
        if !letter.is_whitespace() {
            shown.push(letter);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    if !shown.is_empty() {
        spans.push(Span { text: shown, marked });
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, Question};

    fn shown(words: &str, text: &str) -> String {
        let spans = Places::of(&Question::read(words, false), text).excerpt();
        let mark =
            |span: super::Span| if span.marked { format!("[{}]", span.text) } else { span.text };
        spans.into_iter().map(mark).collect()
    }

    #[test]
    fn words_are_marked_where_they_stand() {
        for (words, text, excerpt) in [
            ("refund", "The Refund was\n\npromised.", "The [Refund] was promised."),
            ("ref", "A refund, a REF-1", "A [refund], a [REF-1]"),
            ("cafe", "At the Cafe\u{301} Noir", "At the [Cafe\u{301}] Noir"),
            ("mueller", "Frau Müller said so", "Frau [Müller] said so"),
            ("1840", "They owe $1,840.00 now", "They owe $[1,840.00] now"),
            ("2026-05-03", "On 3 May 2026 they", "On [3 May 2026] they"),
            ("3 may 2026", "paid 2026-05-03.", "paid [2026-05-03]."),
            ("退款", "我要求退款单", "我要求[退款]单"),
            ("退", "我要求退款单", "我要求[退]款单"),
            ("คืนเงิน", "ขอคืนเงินด้วย", "ขอ[คืนเงิน]ด้วย"),
            ("اعاده المبلغ", "طلبت إعادة المبلغ", "طلبت [إعادة] [المبلغ]"),
            ("at&t", "With AT&T today", "With [AT&T] today"),
            ("att", "With AT&T today", "With [AT&T] today"),
            ("nothing", "A refund", "A refund"),
        ] {
            assert_eq!(shown(words, text), excerpt, "“{words}”");
        }
    }

    #[test]
    fn a_long_text_is_shown_about_the_words() {
        let text = format!("{}the lighthouse stood.{}", "word ".repeat(80), " more".repeat(80));
        let excerpt = shown("lighthouse", &text);
        assert!(excerpt.starts_with("… word "), "{excerpt}");
        assert!(excerpt.contains("the [lighthouse] stood."), "{excerpt}");
        assert!(excerpt.ends_with("more …"), "{excerpt}");
        assert!(excerpt.len() < 260, "{}", excerpt.len());
        let signs = shown("字", &"字".repeat(300));
        assert!(signs.contains("[字") && signs.ends_with(" …"), "no letter is cut: {signs}");
    }
}
