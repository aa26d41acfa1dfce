//! From text to lines of glyphs.
//!
//! Shaping is done at a size of 1,000, so that every length is in thousandths of the type size:
//! a word is shaped once and set at any size. Text whose words stand alone (Latin, Greek, Cyrillic)
//! goes word by word through a cache; all other text is shaped and broken as a whole by parley, with
//! the Unicode bidirectional algorithm.

mod boxes;
mod breaking;
mod glyphs;
mod mixed;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use parley::{FontFeatures, Layout, LayoutContext, OverflowWrap, RangedBuilder, StyleProperty};

use crate::TypesetError;
use crate::fonts::{Face, Fallback, Fonts, REGULAR, Reach, Reaches, Region, STRONG, Stack};
use crate::page::Ink;

use mixed::Mixed;
use words::{Word, WordCache};

/// A piece of text in one manner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Styled<'a> {
    pub(crate) text: &'a str,
    pub(crate) strong: bool,
    pub(crate) ink: Ink,
}

/// Which forms of letters and figures are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Forms {
    /// Those of running text.
    Text,
    /// Figures of one width that stand on the line, for columns.
    Tabular,
    /// Small capitals, for a label in capitals whose text stays as it was written.
    SmallCapitals,
}

impl Forms {
    /// How many there are.
    const COUNT: usize = 3;

    /// The OpenType features, as CSS writes them.
    fn features(self) -> &'static str {
        match self {
            Self::Text => "\"lnum\"",
            Self::Tabular => "\"lnum\", \"tnum\"",
            Self::SmallCapitals => "\"smcp\", \"c2sc\"",
        }
    }
}

/// A glyph; lengths in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    /// How far it is moved to the right.
    pub(crate) dx: f32,
    /// How far it is moved up.
    pub(crate) dy: f32,
}

/// Glyphs that together stand for some characters, the smallest part of text that can be copied.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    /// The bytes of its characters in the run's text.
    pub(crate) text: Range<u32>,
    /// Its glyphs in the run.
    pub(crate) glyphs: Range<u32>,
    /// Thousandths of the size.
    pub(crate) advance: f32,
    /// Whether it is white space.
    pub(crate) is_space: bool,
}

/// Shaped text in one face, from left to right.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) text: String,
    pub(crate) clusters: Vec<Cluster>,
    pub(crate) glyphs: Vec<Glyph>,
    /// The sum of the clusters' advances.
    pub(crate) advance: f32,
    /// The part of the advance that is white space at the right end.
    pub(crate) trailing: f32,
    /// Whether it is a box for what no font can draw, to be made as wide as its advance.
    pub(crate) is_box: bool,
}

impl Run {
    /// The characters of one of its clusters.
    pub(crate) fn text_of(&self, cluster: &Cluster) -> &str {
        &self.text[cluster.text.start as usize..cluster.text.end as usize]
    }

    /// The glyphs of one of its clusters.
    pub(crate) fn glyphs_of(&self, cluster: &Cluster) -> &[Glyph] {
        &self.glyphs[cluster.glyphs.start as usize..cluster.glyphs.end as usize]
    }
}

/// Part of a run at its place in a line.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) run: Rc<Run>,
    /// Which clusters.
    pub(crate) clusters: Range<usize>,
    /// Thousandths of the size from the line's left end.
    pub(crate) x: f32,
    pub(crate) ink: Ink,
}

/// A line of text. White space at its end hangs outside its width.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// From left to right.
    pub(crate) stretches: Vec<Stretch>,
    /// Thousandths of the size.
    pub(crate) width: f32,
    /// Whether its paragraph runs from right to left.
    pub(crate) is_rtl: bool,
    /// How far the letters of its paragraph reach that are not of the text face: all its lines are
    /// of one height, so that they stand evenly.
    pub(crate) reach: Reach,
}

impl Line {
    /// How many clusters it has, which is how often letterspacing applies.
    pub(crate) fn letters(&self) -> usize {
        self.stretches.iter().map(|stretch| stretch.clusters.len()).sum()
    }
}

/// Text that is shaped but not yet broken into lines.
pub(crate) struct Prepared {
    parts: Vec<Part>,
    /// The width of its longest line if nothing is broken, in thousandths of the size.
    pub(crate) natural: f32,
}

/// What stands between two line feeds.
enum Part {
    Words(Vec<Word>),
    Mixed(Box<Mixed>),
}

impl Prepared {
    /// The width of its widest part that is not broken if it need not be, in thousandths.
    pub(crate) fn longest_word(&self) -> f32 {
        let longest = |part: &Part| match part {
            Part::Words(words) => breaking::longest(words),
            Part::Mixed(mixed) => mixed.longest,
        };
        self.parts.iter().map(longest).fold(0.0, f32::max)
    }
}

/// Shapes text, remembering the words that it has seen and the characters that it could not draw.
pub(crate) struct Shaper {
    fonts: Fonts,
    layouts: LayoutContext<Ink>,
    words: WordCache,
    missing: BTreeSet<char>,
    reaches: Reaches,
}

impl Shaper {
    /// A shaper with the shipped fonts, and somewhere to look for what those lack.
    pub(crate) fn new(fallback: Fallback) -> Result<Self, TypesetError> {
        Ok(Self {
            fonts: Fonts::load(fallback)?,
            layouts: LayoutContext::new(),
            words: WordCache::default(),
            missing: BTreeSet::new(),
            reaches: Reaches::default(),
        })
    }

    /// The fonts, with all that were needed so far.
    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The characters so far that no font has.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// Shapes text. Line feeds break it; other control characters become U+FFFD.
    pub(crate) fn prepare(&mut self, spans: &[Styled<'_>], forms: Forms) -> Prepared {
        let mut before = None;
        let clean = spans.iter().map(|span| {
            let text = words::clean(span.text, before);
            before = text.chars().next_back().or(before);
            (text, span.strong, span.ink)
        });
        let clean: Vec<(String, bool, Ink)> = clean.collect();
        let mut parts = Vec::new();
        for spans in words::paragraphs(&clean) {
            let part = if spans.iter().all(|span| words::stands_alone(span.text)) {
                Part::Words(self.words_of(&spans, forms))
            } else {
                Part::Mixed(Box::new(self.mixed(&spans, forms)))
            };
            parts.push(part);
        }
        let natural = parts.iter().map(Part::natural).fold(0.0, f32::max);
        Prepared { parts, natural }
    }

    /// Breaks text into lines of at most a width, in thousandths of the size. There is always one.
    pub(crate) fn lines(&mut self, mut text: Prepared, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        for part in &mut text.parts {
            let first = lines.len();
            match part {
                Part::Words(words) => breaking::lines(words, width, &mut lines),
                Part::Mixed(mixed) => self.mixed_lines(mixed, width, &mut lines),
            }
            let own = &mut lines[first..];
            own.iter_mut().for_each(|line| self.box_missing(line));
            let reach = own.iter().map(|line| self.reach(line)).fold(Reach::default(), Reach::and);
            own.iter_mut().for_each(|line| line.reach = reach);
        }
        lines
    }

    /// How far the letters of a line reach that are not of the text face.
    fn reach(&mut self, line: &Line) -> Reach {
        let mut reach = Reach::default();
        for stretch in &line.stretches {
            let run = &stretch.run;
            for cluster in &run.clusters[stretch.clusters.clone()] {
                for glyph in run.glyphs_of(cluster) {
                    if let Some(own) = self.reaches.of(&self.fonts, run.face, glyph.id) {
                        reach = reach.and(own.raised(glyph.dy));
                    }
                }
            }
        }
        reach
    }

    /// Shapes spans that make up `text`, with more fonts until nothing is lacking that any has.
    fn layout(&mut self, text: &str, spans: &[Styled<'_>], how: How) -> Layout<Ink> {
        let mut stacks = [false, true].map(|is_strong| Stack::new(is_strong, how.region));
        for span in spans {
            self.fonts.provide(span.text, &mut stacks[usize::from(span.strong)]);
        }
        loop {
            let mut layout = self.attempt(text, spans, how, &stacks);
            layout.break_all_lines(how.width);
            let mut has_more = false;
            for lacking in glyphs::lacking(&layout, text) {
                let is_strong = is_strong_at(spans, lacking.start);
                let stack = &mut stacks[usize::from(is_strong)];
                has_more |= self.fonts.supply(&text[lacking], stack);
            }
            if !has_more {
                return layout;
            }
        }
    }

    /// Shapes spans that make up `text` with the fonts of the stacks.
    fn attempt(
        &mut self,
        text: &str,
        spans: &[Styled<'_>],
        how: How,
        stacks: &[Stack; 2],
    ) -> Layout<Ink> {
        let [regular, strong] = stacks.each_ref().map(Stack::names);
        let mut builder: RangedBuilder<'_, Ink> =
            self.layouts.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(1000.0));
        builder.push_default(StyleProperty::FontFamily(regular));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from(how.features)));
        builder.push_default(StyleProperty::OverflowWrap(how.wrap));
        let mut start = 0;
        for span in spans.iter().take(MOST_SPANS) {
            let range = start..start + span.text.len();
            start = range.end;
            builder.push(StyleProperty::Brush(span.ink), range.clone());
            if span.strong {
                builder.push(StyleProperty::FontFamily(strong.clone()), range.clone());
                builder.push(StyleProperty::FontWeight(STRONG), range);
            } else {
                builder.push(StyleProperty::FontWeight(REGULAR), range);
            }
        }
        builder.build(text)
    }
}

/// How many changes of manner are heeded: parley numbers them with 16 bits and panics beyond.
const MOST_SPANS: usize = 10_000;

/// How text is shaped.
#[derive(Clone, Copy)]
struct How {
    /// OpenType features, as CSS writes them.
    features: &'static str,
    /// Whose forms of Chinese characters are wanted.
    region: Region,
    /// Where a line may end that has no place to end.
    wrap: OverflowWrap,
    /// The width of lines, in thousandths of the size; none for a single line.
    width: Option<f32>,
}

/// Whether the span that the byte belongs to is strong.
fn is_strong_at(spans: &[Styled<'_>], byte: usize) -> bool {
    let mut end = 0;
    let span = spans.iter().find(|span| {
        end += span.text.len();
        byte < end
    });
    span.is_some_and(|span| span.strong)
}

impl Part {
    fn natural(&self) -> f32 {
        match self {
            Self::Words(words) => breaking::natural(words),
            Self::Mixed(mixed) => mixed.natural,
        }
    }
}
