//! From labelled lines to sequences of content that belong together, and the areas that lead
//! elsewhere: each page's content is hung on the structure, once and in reading order.

use std::collections::BTreeMap;
use std::ops::Range;

use holdfast_domain::document::PlaceId;

use crate::page::{Artifact, Ink, Mark, Page, Pages, PlacedLine};
use crate::shape::Stretch;
use crate::tags::{Kid, NodeId, Role};

/// The content of all pages in sequences.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The sequences of each page, in the order in which they are drawn.
    pub(crate) pages: Vec<Vec<Sequence>>,
    /// The areas that lead elsewhere.
    pub(crate) areas: Vec<Area>,
}

/// What is drawn one after the other and belongs together.
#[derive(Debug)]
pub(crate) struct Sequence {
    pub(crate) owner: Owner,
    pub(crate) content: Content,
}

/// What a sequence consists of.
#[derive(Debug)]
pub(crate) enum Content {
    /// Parts of lines.
    Lines(Vec<Piece>),
    /// The picture of that number on its page.
    Picture(usize),
    /// The words beneath the picture of that number.
    Beneath(usize),
}

/// What a sequence is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Of the document; the sequence's number tells it from all others of its page.
    Node { node: NodeId, number: usize },
    /// Only of the page.
    Artifact(Artifact),
}

/// Part of a line.
#[derive(Debug)]
pub(crate) struct Piece {
    /// The line's number on its page.
    pub(crate) line: usize,
    pub(crate) stretches: Range<usize>,
}

/// Part of a page that leads elsewhere.
#[derive(Debug)]
pub(crate) struct Area {
    /// The page, counted from 0.
    pub(crate) page: usize,
    /// Left, top, right and bottom in points from the page's upper left corner.
    pub(crate) edges: [f32; 4],
    /// The node of the link that it belongs to.
    pub(crate) node: NodeId,
    pub(crate) target: PlaceId,
    /// The words of the whole link.
    pub(crate) words: String,
}

/// How far an area reaches above and below the baseline, as a share of the type's size.
const ABOVE: f32 = 0.8;
const BELOW: f32 = 0.25;

/// Sorts the pages' content into sequences and hangs those on the pages' structure.
pub(crate) fn marks(pages: &mut Pages) -> Marks {
    let mut marker = Marker { marks: Marks::default(), open: BTreeMap::new() };
    let content = std::mem::take(&mut pages.pages);
    for (number, page) in content.iter().enumerate() {
        marker.page(number, page, pages);
    }
    pages.pages = content;
    pages.tree.prune();
    marker.finish()
}

struct Marker {
    marks: Marks,
    /// The link that each node's text ends with so far.
    open: BTreeMap<NodeId, (PlaceId, NodeId)>,
}

impl Marker {
    fn page(&mut self, number: usize, page: &Page, pages: &mut Pages) {
        self.marks.pages.push(Vec::new());
        let mut count = 0;
        for (at, picture) in page.pictures.iter().enumerate() {
            let parts = [
                (Some(picture.node), Content::Picture(at)),
                (picture.beneath, Content::Beneath(at)),
            ];
            for (node, content) in parts {
                let Some(node) = node else { continue };
                let owner = Owner::Node { node, number: count };
                pages.tree.hang(node, Kid::Marked { page: number, number: count });
                self.marks.pages[number].push(Sequence { owner, content });
                count += 1;
            }
        }
        for (at, line) in page.lines.iter().enumerate() {
            let stretches = &line.line.stretches;
            let mut start = 0;
            while let Some(first) = stretches.get(start) {
                let target = target(line, first, pages);
                let same = |next: &&Stretch| self::target(line, next, pages) == target;
                let end = start + stretches[start..].iter().take_while(same).count();
                let mark = self.owner(line.mark, target, pages);
                self.add(
                    number,
                    mark,
                    Piece { line: at, stretches: start..end },
                    &mut count,
                    pages,
                );
                if let (Mark::Node(node), Some(target)) = (mark, target) {
                    self.area(number, line, &stretches[start..end], (node, target), pages);
                }
                start = end;
            }
        }
    }

    /// What text belongs to: its line's node, or the link within it.
    fn owner(&mut self, mark: Mark, target: Option<PlaceId>, pages: &mut Pages) -> Mark {
        let Mark::Node(node) = mark else { return mark };
        let Some(target) = target else {
            self.open.remove(&node);
            return mark;
        };
        match self.open.get(&node) {
            Some((place, link)) if *place == target => Mark::Node(*link),
            _ => {
                let link = pages.tree.add(beside(node, pages), Role::Link);
                self.open.insert(node, (target, link));
                Mark::Node(link)
            }
        }
    }

    /// Adds a piece to the sequence before it or begins a new one.
    fn add(&mut self, page: usize, mark: Mark, piece: Piece, count: &mut usize, pages: &mut Pages) {
        let sequences = &mut self.marks.pages[page];
        if let Some(last) = sequences.last_mut()
            && last.owner.mark() == mark
            && let Content::Lines(pieces) = &mut last.content
        {
            pieces.push(piece);
            return;
        }
        let owner = match mark {
            Mark::Artifact(what) => Owner::Artifact(what),
            Mark::Node(node) => {
                let number = *count;
                *count += 1;
                pages.tree.hang(node, Kid::Marked { page, number });
                Owner::Node { node, number }
            }
        };
        sequences.push(Sequence { owner, content: Content::Lines(vec![piece]) });
    }

    /// Adds the area of a link's part on one line.
    fn area(
        &mut self,
        page: usize,
        line: &PlacedLine,
        stretches: &[Stretch],
        (node, target): (NodeId, PlaceId),
        pages: &mut Pages,
    ) {
        let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return };
        let point = |thousandths: f32| line.x + thousandths * line.size / 1000.0;
        let edges = [
            point(first.x),
            line.y - ABOVE * line.size,
            point(last.x + width(last)),
            line.y + BELOW * line.size,
        ];
        let words = stretches.iter().flat_map(|stretch| {
            let clusters = stretch.run.clusters[stretch.clusters.clone()].iter();
            clusters.map(|own| stretch.run.text_of(own))
        });
        let words = words.collect();
        pages.tree.hang(node, Kid::Area(self.marks.areas.len()));
        self.marks.areas.push(Area { page, edges, node, target, words });
    }

    /// Gives every area of a link the words of all of them.
    fn finish(mut self) -> Marks {
        let mut words: BTreeMap<NodeId, String> = BTreeMap::new();
        for area in &self.marks.areas {
            words.entry(area.node).or_default().push_str(&area.words);
        }
        for area in &mut self.marks.areas {
            let all = words.get(&area.node).map(|words| words.trim().to_owned());
            area.words = all.unwrap_or_default();
        }
        self.marks
    }
}

/// What a link in a node's text stands in. Text that is told once more in the order in which it is
/// read hides what is below it, so its links stand behind it.
fn beside(node: NodeId, pages: &Pages) -> NodeId {
    let own = pages.tree.node(node);
    let is_told = matches!(own.role, Role::Reordered { .. });
    own.parent.filter(|_| is_told).unwrap_or(node)
}

impl Owner {
    fn mark(self) -> Mark {
        match self {
            Self::Node { node, .. } => Mark::Node(node),
            Self::Artifact(what) => Mark::Artifact(what),
        }
    }
}

/// Where a stretch leads, if that place is in the document and the line is no mere furniture.
fn target(line: &PlacedLine, stretch: &Stretch, pages: &Pages) -> Option<PlaceId> {
    match (line.mark, stretch.ink) {
        (Mark::Node(_), Ink::Link(place)) => pages.places.contains_key(&place).then_some(place),
        (Mark::Node(_) | Mark::Artifact(_), _) => None,
    }
}

/// The width of a stretch without the white space at its end, in thousandths of the size.
fn width(stretch: &Stretch) -> f32 {
    let clusters = &stretch.run.clusters[stretch.clusters.clone()];
    let spaces = clusters.iter().rev().take_while(|cluster| cluster.is_space).count();
    clusters[..clusters.len() - spaces].iter().map(|cluster| cluster.advance).sum()
}
