//! A PDF page by page, drawn as pictures with their words.
//!
//! Others made it, and what draws it may fail on it or never end: so that is done on threads of its
//! own, each of which draws every other page; from them the pages are taken in their order, one
//! at a time. How much is drawn is bounded by count: pages, pixels, bytes. The clock is for what no
//! count foresees.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::time::{Duration, Instant};

use holdfast_dossier::{Scan, Shown};
use holdfast_intake::original::{self, MOST_PIXELS, PdfPages, ProblemCode};
use holdfast_typeset::preview::{Preview, PreviewError};

use super::Room;
use super::covers::{Covers, uncovered};
use super::picture::scan;
use crate::guard::{self, Stopped};

/// How long one page is waited for. A common machine draws one in half a second.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long all pages of one exhibit are waited for.
const LONG_PATIENCE: Duration = Duration::from_secs(15 * 60);
/// How many pages are drawn at the same time: each takes some forty megabytes meanwhile.
const AT_ONCE: usize = 2;

/// How many pages of one exhibit are shown.
const MOST_PAGES: usize = 200;
/// How finely they are drawn, in pixels to the inch.
const FINENESS: u16 = 200;
/// The most pixels of a drawn page: A3 at that fineness has eight million.
const MOST_PAGE_PIXELS: u32 = 12_000_000;

const NOT_DRAWN: &str = "This page cannot be drawn here.";
const TOO_LONG: &str = "Drawing this page takes too long.";
const TOO_LARGE: &str = "This page, or a picture on it, is too large to be drawn here.";

/// A page, or why there is none, as a sentence.
type Leaf = Result<Scan, String>;

/// The pages as pictures, as far as there is room for them.
pub(super) fn draw(bytes: &Arc<[u8]>, covers: &Covers, room: &mut Room) -> Result<Shown, String> {
    if room.pages == 0 || room.drawn == 0 {
        return Err(
            "There is no room for more pages in this file; open the attached original.".to_owned()
        );
    }
    let file = File { bytes: Arc::clone(bytes), covers: covers.clone() };
    let of = file.count()?;
    if of == 0 {
        return Err("It has no pages.".to_owned());
    }
    let leaves = file.leaves(of.min(MOST_PAGES), room);
    Ok(Shown::Pages { leaves, of: u32::try_from(of).unwrap_or(u32::MAX) })
}

/// A file whose pages are drawn.
#[derive(Clone)]
struct File {
    bytes: Arc<[u8]>,
    covers: Covers,
}

impl File {
    /// How many pages it has, or why it cannot be opened, as a sentence.
    fn count(&self) -> Result<usize, String> {
        let file = self.clone();
        let count = guard::guarded(PATIENCE, move || file.open().map(|it| it.preview.pages()));
        count.unwrap_or_else(|_| {
            Err("It cannot be drawn here; open the attached original.".to_owned())
        })
    }

    fn open(self) -> Result<Opened, String> {
        let told = PdfPages::open(&self.bytes).map_err(|problem| why(problem.code))?;
        let preview = Preview::open(self.bytes).map_err(|_| why(ProblemCode::Damaged))?;
        Ok(Opened { preview, told, covers: self.covers })
    }

    /// The first `wanted` pages, as far as there is room for them.
    fn leaves(&self, wanted: usize, room: &mut Room) -> Vec<Leaf> {
        let until = Instant::now() + LONG_PATIENCE;
        let mut hands: Vec<_> = (0..AT_ONCE).map(|first| self.begin(first, wanted)).collect();
        let mut leaves = Vec::new();
        while leaves.len() < wanted && room.pages > 0 && room.drawn > 0 {
            let number = leaves.len();
            let hand = &mut hands[number % AT_ONCE];
            let patience = PATIENCE.min(until.saturating_duration_since(Instant::now()));
            let leaf = hand.recv_timeout(patience).map_err(guard::stopped);
            let is_too_slow = matches!(leaf, Err(Stopped::TooSlow));
            let leaf = leaf.unwrap_or_else(|why| {
                // A page that fails takes its thread with it; the next one begins behind it.
                *hand = self.begin(number + AT_ONCE, wanted);
                Err(if why == Stopped::TooSlow { TOO_LONG } else { NOT_DRAWN }.to_owned())
            });
            room.take(&leaf);
            leaves.push(leaf);
            if is_too_slow {
                // Whatever else is slow in it would be waited for as long, page by page.
                break;
            }
        }
        leaves
    }

    /// Begins to draw a page and every other behind it. Where nobody takes the pages any more,
    /// that ends.
    fn begin(&self, first: usize, wanted: usize) -> Receiver<Leaf> {
        // One page waits to be taken while the next is drawn.
        let (send, receive) = mpsc::sync_channel(1);
        let file = self.clone();
        let work = move || file.open().map(|opened| opened.tell(first, wanted, &send));
        // Where no thread can be begun, nothing is told, which reads as a fault.
        drop(guard::spawn(work));
        receive
    }
}

impl Room {
    /// Gives room to a page.
    fn take(&mut self, leaf: &Leaf) {
        let size = leaf.as_ref().map_or(0, Scan::size);
        self.drawn = self.drawn.saturating_sub(size);
        self.pages = self.pages.saturating_sub(1);
    }
}

/// A file that can be drawn.
struct Opened {
    preview: Preview,
    told: PdfPages,
    covers: Covers,
}

fn why(code: ProblemCode) -> String {
    let why = if code == ProblemCode::Encrypted {
        "It cannot be opened without a password."
    } else if code == ProblemCode::UnpacksTooLarge {
        "It unpacks to more than is drawn here."
    } else {
        "It is damaged, so that its pages cannot be drawn."
    };
    format!("{why} Open the attached original.")
}

impl Opened {
    /// Draws every other page until there are no more, or nobody takes them.
    fn tell(&self, first: usize, wanted: usize, to: &SyncSender<Leaf>) {
        for number in (first..wanted).step_by(AT_ONCE) {
            if to.send(self.page(number).map_err(str::to_owned)).is_err() {
                return;
            }
        }
    }

    fn page(&self, number: usize) -> Result<Scan, &'static str> {
        let told = self.told.page(number).ok_or(NOT_DRAWN)?;
        if told.largest_picture > MOST_PIXELS {
            return Err(TOO_LARGE);
        }
        let covered = self.covers.on(u32::try_from(number + 1).unwrap_or(u32::MAX));
        let words = uncovered(told.words, &covered);
        let drawn = self.preview.drawn(number, FINENESS, MOST_PAGE_PIXELS);
        let drawn = drawn.map_err(|why| match why {
            PreviewError::Size => TOO_LARGE,
            PreviewError::Unreadable | PreviewError::NoSuchPage { .. } | PreviewError::Picture => {
                NOT_DRAWN
            }
        })?;
        let packed = original::packed(drawn.width, drawn.height, &drawn.rgba, &covered);
        Ok(scan(packed.map_err(|_| NOT_DRAWN)?, words))
    }
}
