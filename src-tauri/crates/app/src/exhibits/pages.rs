//! A PDF page by page, drawn as pictures with their words.
//!
//! Others made it, and what draws it may fail on it or never end: so that is done on a thread of its
//! own, from which each page is taken when it is done, one at a time.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, SyncSender};

use holdfast_dossier::{Scan, Shown};
use holdfast_intake::original::{self, MOST_PIXELS, PdfPage, ProblemCode};
use holdfast_typeset::preview::{Preview, PreviewError};

use super::covers::{Covers, uncovered};
use super::picture::scan;
use super::{PATIENCE, Room};
use crate::guard::{self, Stopped};

/// How many pages of one exhibit are shown.
const MOST_PAGES: usize = 200;
/// How finely they are drawn, in pixels to the inch.
const FINENESS: u16 = 200;
/// The most pixels of a drawn page: A3 at that fineness has eight million.
const MOST_PAGE_PIXELS: u32 = 12_000_000;

const NOT_DRAWN: &str = "This page cannot be drawn here.";
const TOO_LONG: &str = "Drawing this page takes too long.";
const TOO_LARGE: &str = "This page, or a picture on it, is too large to be drawn here.";

/// What the other thread tells.
enum Told {
    /// First: how many pages there are, or why it cannot be opened, as a sentence.
    Opened(Result<usize, String>),
    /// Then each page.
    Page(Result<Scan, String>),
}

/// The pages as pictures, as far as there is room for them.
pub(super) fn draw(bytes: &Arc<[u8]>, covers: &Covers, room: &mut Room) -> Result<Shown, String> {
    let mut pages = Pages { leaves: Vec::new(), of: None };
    if room.pages == 0 || room.drawn == 0 {
        return Err(
            "There is no room for more pages in this file; open the attached original.".to_owned()
        );
    }
    loop {
        let why = match pages.take(bytes, covers, room)? {
            None => break,
            Some(why) => why,
        };
        if pages.of.is_none() {
            return Err("It cannot be drawn here; open the attached original.".to_owned());
        }
        // A page that fails takes its thread with it; the next thread begins behind it.
        let sentence = if why == Stopped::TooSlow { TOO_LONG } else { NOT_DRAWN };
        pages.leaves.push(Err(sentence.to_owned()));
        room.pages = room.pages.saturating_sub(1);
        if why == Stopped::TooSlow {
            // Whatever else is slow in it would be waited for as long, page by page.
            break;
        }
    }
    let of = pages.of.unwrap_or_default();
    if of == 0 {
        return Err("It has no pages.".to_owned());
    }
    Ok(Shown::Pages { leaves: pages.leaves, of: u32::try_from(of).unwrap_or(u32::MAX) })
}

/// The pages so far.
struct Pages {
    leaves: Vec<Result<Scan, String>>,
    /// How many there are in all, once that is known.
    of: Option<usize>,
}

impl Pages {
    /// Takes the pages that are still wanted from a thread; says why it ended before the last of
    /// them, where it did.
    fn take(
        &mut self,
        bytes: &Arc<[u8]>,
        covers: &Covers,
        room: &mut Room,
    ) -> Result<Option<Stopped>, String> {
        let receive = begin(Arc::clone(bytes), covers.clone(), self.leaves.len());
        loop {
            if self.of.is_some_and(|of| self.leaves.len() >= of.min(MOST_PAGES))
                || room.pages == 0
                || room.drawn == 0
            {
                return Ok(None);
            }
            match receive.recv_timeout(PATIENCE) {
                Ok(Told::Opened(of)) => self.of = Some(of?),
                Ok(Told::Page(page)) => {
                    let size = page.as_ref().map_or(0, |scan| scan.bytes.len());
                    room.drawn = room.drawn.saturating_sub(size);
                    room.pages -= 1;
                    self.leaves.push(page);
                }
                Err(why) => return Ok(Some(guard::stopped(why))),
            }
        }
    }
}

/// Begins to draw behind so many pages. Where nobody takes the pages any more, it ends.
fn begin(bytes: Arc<[u8]>, covers: Covers, behind: usize) -> Receiver<Told> {
    // One page waits to be taken while the next is drawn.
    let (send, receive) = mpsc::sync_channel(1);
    // Where no thread can be begun, nothing is told, which reads as a fault.
    drop(guard::spawn(move || {
        let opened = match open(&bytes, covers) {
            Ok(opened) => opened,
            Err(why) => return drop(send.send(Told::Opened(Err(why)))),
        };
        if send.send(Told::Opened(Ok(opened.preview.pages()))).is_ok() {
            opened.tell(behind, &send);
        }
    }));
    receive
}

/// A file that can be drawn.
struct Opened {
    preview: Preview,
    told: Vec<PdfPage>,
    covers: Covers,
}

fn open(bytes: &Arc<[u8]>, covers: Covers) -> Result<Opened, String> {
    let told = original::pdf_pages(bytes, MOST_PAGES).map_err(|problem| why(problem.code))?;
    let preview = Preview::open(Arc::clone(bytes)).map_err(|_| why(ProblemCode::Damaged))?;
    Ok(Opened { preview, told, covers })
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
    /// Draws page after page until there are no more, or nobody takes them.
    fn tell(mut self, behind: usize, to: &SyncSender<Told>) {
        for number in behind..self.preview.pages().min(MOST_PAGES) {
            let page = self.page(number).map_err(str::to_owned);
            if to.send(Told::Page(page)).is_err() {
                return;
            }
        }
    }

    fn page(&mut self, number: usize) -> Result<Scan, &'static str> {
        let told = self.told.get_mut(number).ok_or(NOT_DRAWN)?;
        if told.largest_picture > MOST_PIXELS {
            return Err(TOO_LARGE);
        }
        let covered = self.covers.on(u32::try_from(number + 1).unwrap_or(u32::MAX));
        let words = uncovered(std::mem::take(&mut told.words), &covered);
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
