//! Putting strips below one another on pages.

use std::collections::BTreeMap;
use std::rc::Rc;

use holdfast_domain::document::{PlaceId, readable};

use super::measure::{Frame, Manner};
use crate::page::{Artifact, Bookmark, Mark, Page, Pages, Place, PlacedLine, PlacedPicture, Rule};
use crate::tags::Tree;

/// A band across the page that is never divided.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// The space above it, except at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    /// Its lines, measured from its top.
    pub(super) lines: Vec<PlacedLine>,
    /// Its rules, measured from its top.
    pub(super) rules: Vec<Rule>,
    /// Its pictures, measured from its top.
    pub(super) pictures: Vec<PlacedPicture>,
    /// Whether the page may not end behind it.
    pub(super) holds: bool,
    /// What it is called in the outline, with the level.
    pub(super) bookmark: Option<(u8, String)>,
    /// What is repeated above it when it begins a page.
    pub(super) head: Option<Rc<Strip>>,
    /// Which of its lines says how many pages there are.
    pub(super) count: Option<usize>,
    /// What links call it.
    pub(super) places: Vec<PlaceId>,
}

/// Where pages want something that is known only when all are set.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Pages that belong to a cover.
    pub(super) covers: Vec<usize>,
    /// Lines that say how many pages there are: page and number of the line.
    pub(super) counts: Vec<(usize, usize)>,
}

/// The pages so far.
pub(super) struct Flow {
    pub(super) frame: Frame,
    pub(super) manner: Manner,
    /// Whether the page may not end behind the block that is being set.
    pub(super) keeps: bool,
    /// The structure so far.
    pub(super) tree: Tree,
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
    places: BTreeMap<PlaceId, Place>,
    /// What the next strip is called by links.
    coming: Vec<PlaceId>,
    notes: Notes,
    /// How many pictures were set.
    pub(super) pictures: usize,
    /// Where the next strip goes.
    y: f32,
    /// Strips that must stand on one page.
    held: Vec<Strip>,
    /// The space that the block before wants below it.
    after: f32,
}

impl Flow {
    pub(super) fn new(frame: Frame, manner: Manner) -> Self {
        Self {
            frame,
            manner,
            keeps: false,
            tree: Tree::new(),
            pages: vec![Page::default()],
            bookmarks: Vec::new(),
            places: BTreeMap::new(),
            coming: Vec::new(),
            notes: Notes::default(),
            pictures: 0,
            y: frame.top,
            held: Vec::new(),
            after: 0.0,
        }
    }

    /// Adds a strip below the others.
    pub(super) fn push(&mut self, mut strip: Strip) {
        strip.before = strip.before.max(std::mem::take(&mut self.after));
        strip.places = std::mem::take(&mut self.coming);
        let holds = strip.holds;
        self.held.push(strip);
        if !holds {
            self.settle();
        }
    }

    /// Gives the next strip a name that links lead to.
    pub(super) fn name(&mut self, place: PlaceId) {
        self.coming.push(place);
    }

    /// Asks for space below the strip that was added last.
    pub(super) fn space(&mut self, after: f32) {
        self.after = after;
    }

    /// Begins a new page unless this one is empty.
    pub(super) fn break_page(&mut self) {
        self.settle();
        if !self.is_at_top() {
            self.turn();
        }
    }

    /// Begins the pages of a cover, which nothing else may stand on.
    pub(super) fn begin_cover(&mut self) -> usize {
        self.break_page();
        self.pages.len() - 1
    }

    /// Ends the pages of a cover that began on page `first`.
    pub(super) fn end_cover(&mut self, first: usize) {
        self.settle();
        self.notes.covers.extend(first..self.pages.len());
        self.break_page();
    }

    /// The pages. A break behind the last block leaves no empty page.
    pub(super) fn finish(mut self) -> (Pages, Notes) {
        self.settle();
        if self.pages.len() > 1 && self.is_at_top() {
            self.pages.pop();
        }
        let end = Place { page: self.pages.len() - 1, y: self.y };
        // Behind the names at the document's end stands nothing.
        self.places.extend(self.coming.into_iter().map(|place| (place, end)));
        let pages = Pages {
            size: self.frame.size,
            pages: self.pages,
            bookmarks: self.bookmarks,
            places: self.places,
            tree: self.tree,
        };
        (pages, self.notes)
    }

    fn is_at_top(&self) -> bool {
        self.pages.last().is_none_or(|page| {
            page.lines.is_empty() && page.rules.is_empty() && page.pictures.is_empty()
        })
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.frame.top;
        self.after = 0.0;
    }

    /// Puts the held strips on this page, or on the next if they do not fit; strips that fit on no
    /// page together are divided where the page is full.
    fn settle(&mut self) {
        let held = std::mem::take(&mut self.held);
        let height: f32 = held.iter().map(|strip| strip.before + strip.height).sum();
        if !self.is_at_top() && self.y + height > self.frame.bottom && height < self.room(&held) {
            self.turn();
        }
        for strip in held {
            if !self.is_at_top() && self.y + strip.before + strip.height > self.frame.bottom {
                self.turn();
            }
            self.place(strip);
        }
    }

    /// The height of an empty page for these strips.
    fn room(&self, held: &[Strip]) -> f32 {
        let head = held.first().and_then(|strip| strip.head.as_ref());
        self.frame.height() - head.map_or(0.0, |head| head.height)
    }

    fn place(&mut self, mut strip: Strip) {
        if self.is_at_top() {
            strip.before = 0.0;
            if let Some(head) = strip.head.take() {
                let mut head = Strip::clone(&head);
                for line in &mut head.lines {
                    line.mark = Mark::Artifact(Artifact::Repeated);
                }
                self.put(head);
            }
        }
        self.put(strip);
    }

    fn put(&mut self, strip: Strip) {
        let top = self.y + strip.before;
        let number = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { return };
        if let Some(count) = strip.count {
            self.notes.counts.push((number, page.lines.len() + count));
        }
        let lower = |mut line: PlacedLine| {
            line.y += top;
            line
        };
        page.lines.extend(strip.lines.into_iter().map(lower));
        page.rules.extend(strip.rules.into_iter().map(|rule| Rule { y: rule.y + top, ..rule }));
        let lower = |picture: PlacedPicture| PlacedPicture { y: picture.y + top, ..picture };
        page.pictures.extend(strip.pictures.into_iter().map(lower));
        let place = Place { page: number, y: top };
        self.places.extend(strip.places.into_iter().map(|name| (name, place)));
        if let Some((level, title)) = strip.bookmark {
            let title = readable(&title).into_owned();
            self.bookmarks.push(Bookmark { level, title, place });
        }
        self.y = top + strip.height;
    }
}
