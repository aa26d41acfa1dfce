//! Breaking words into lines, first fit.

use std::rc::Rc;

use super::words::Word;
use super::{Line, Stretch};
use crate::fonts::Reach;

/// What rounding may add to a width without a word being pushed to the next line.
const SLACK: f32 = 0.5;

/// The width of the words on one line.
pub(super) fn natural(words: &[Word]) -> f32 {
    let sum: f32 = words.iter().map(|word| word.run.advance).sum();
    sum - words.last().map_or(0.0, |word| word.run.trailing)
}

/// The width of the longest part that no line end divides.
pub(super) fn longest(words: &[Word]) -> f32 {
    words.split_inclusive(|word| word.breaks).map(natural).fold(0.0, f32::max)
}

/// Breaks a paragraph's words into lines of at most a width and adds those to `lines`.
pub(super) fn lines(words: &[Word], width: f32, lines: &mut Vec<Line>) {
    let mut open = Open::default();
    for word in words {
        if open.overflows(word, width)
            && let Some(at) = open.last_break
        {
            lines.push(open.cut(at));
        }
        if open.overflows(word, width) {
            open.squeeze(word, width, lines);
        } else {
            open.add(word);
        }
        if word.breaks {
            open.last_break = Some(open.stretches.len());
        }
    }
    lines.push(open.close());
}

/// A line being filled.
#[derive(Default)]
struct Open {
    stretches: Vec<Stretch>,
    x: f32,
    /// The last place where it may end, as a number of stretches.
    last_break: Option<usize>,
}

impl Open {
    fn overflows(&self, word: &Word, width: f32) -> bool {
        self.x + word.run.advance - word.run.trailing > width + SLACK
    }

    fn add(&mut self, word: &Word) {
        let run = Rc::clone(&word.run);
        let clusters = 0..run.clusters.len();
        let advance = run.advance;
        self.stretches.push(Stretch { run, clusters, x: self.x, ink: word.ink });
        self.x += advance;
    }

    /// Ends the line at a place where it may end; what stood behind begins the next.
    fn cut(&mut self, at: usize) -> Line {
        let mut rest = self.stretches.split_off(at);
        let start = rest.first().map_or(self.x, |first| first.x);
        for stretch in &mut rest {
            stretch.x -= start;
        }
        let line =
            std::mem::replace(self, Self { stretches: rest, x: self.x - start, last_break: None });
        line.close()
    }

    /// Sets a word that is longer than a line, letter by letter.
    fn squeeze(&mut self, word: &Word, width: f32, lines: &mut Vec<Line>) {
        let run = &word.run;
        let mut first = 0;
        let mut start = self.x;
        for (number, cluster) in run.clusters.iter().enumerate() {
            let is_full = self.x + cluster.advance > width + SLACK && !cluster.is_space;
            if is_full && self.x > 0.0 {
                self.part(word, first..number, start);
                lines.push(std::mem::take(self).close());
                first = number;
                start = 0.0;
            }
            self.x += cluster.advance;
        }
        self.part(word, first..run.clusters.len(), start);
    }

    fn part(&mut self, word: &Word, clusters: std::ops::Range<usize>, x: f32) {
        if !clusters.is_empty() {
            self.stretches.push(Stretch { run: Rc::clone(&word.run), clusters, x, ink: word.ink });
        }
    }

    fn close(self) -> Line {
        let width = self.stretches.last().map_or(0.0, |last| {
            let clusters = &last.run.clusters[last.clusters.clone()];
            let ink = clusters.len()
                - clusters.iter().rev().take_while(|cluster| cluster.is_space).count();
            last.x + clusters[..ink].iter().map(|cluster| cluster.advance).sum::<f32>()
        });
        Line { stretches: self.stretches, width, is_rtl: false, reach: Reach::default() }
    }
}
