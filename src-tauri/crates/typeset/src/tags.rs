//! The structure of a document as people who cannot see its pages are told it: what is a heading, a
//! list, a cell (ISO 32000-1, 14.8).
//!
//! Layout grows the tree and labels its lines with nodes; `marks` hangs the pages' content on it. It
//! knows nothing of how files are written.

use holdfast_domain::words;

/// A node of a [`Tree`], by number; parents have lower numbers than what is below them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(usize);

impl NodeId {
    /// The whole document.
    pub(crate) const DOCUMENT: Self = Self(0);

    /// Its position in the tree's list of nodes.
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// The type of a title, which PDF 1.7 does not have; the file says that it is a paragraph.
pub(crate) const TITLE: &str = "Title";

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    /// A heading with everything below it.
    Section,
    /// Parts that belong together, such as the head of a letter.
    Division,
    /// The title on the front page.
    Title,
    /// A heading of level 1, 2 or 3. None is more than one deeper than the one before it.
    Heading(u8),
    Paragraph,
    /// Points with bullets.
    Points,
    /// Things without a mark, or with names before them.
    List,
    Item,
    /// An item's bullet or name.
    Label,
    /// What an item says.
    Body,
    Table {
        summary: String,
    },
    TableHead,
    TableBody,
    Row,
    /// The head of a column.
    Head,
    /// A cell below the head of a column.
    Cell {
        head: NodeId,
    },
    /// Text that does not stand in the file in the order in which it is read.
    Reordered {
        text: String,
    },
    Link,
    /// A picture, with what it shows.
    Figure {
        alternative: String,
    },
}

impl Role {
    /// The standard structure type (ISO 32000-1, 14.8.4), or a type that stands for one.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Division => "Div",
            Self::Title => TITLE,
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::Points | Self::List => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
            Self::Table { .. } => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::Head => "TH",
            Self::Cell { .. } => "TD",
            Self::Reordered { .. } => "Span",
            Self::Link => "Link",
            Self::Figure { .. } => "Figure",
        }
    }

    /// Whether it is there even if nothing stands in it: rows have as many cells as the table has
    /// columns.
    fn stands_empty(&self) -> bool {
        matches!(self, Self::Head | Self::Cell { .. } | Self::Document)
    }
}

/// What stands in a node, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kid {
    Node(NodeId),
    /// A marked sequence: the page, counted from 0, and its number there.
    Marked {
        page: usize,
        number: usize,
    },
    /// The area of a page that leads elsewhere, by number.
    Area(usize),
}

/// A part of the document.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) role: Role,
    /// None for the document itself.
    pub(crate) parent: Option<NodeId>,
    pub(crate) kids: Vec<Kid>,
}

/// The document's parts.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The sections that are open, from the outermost, with the levels that their headings have.
    open: Vec<(u8, NodeId)>,
}

impl Tree {
    pub(crate) fn new() -> Self {
        let root = Node { role: Role::Document, parent: None, kids: Vec::new() };
        Self { nodes: vec![root], open: Vec::new() }
    }

    /// How many nodes there are, with those that nothing stands in.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node.
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// Adds a node behind all others in a parent.
    pub(crate) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new() });
        self.hang(parent, Kid::Node(id));
        id
    }

    /// Adds a node to the section that is open.
    pub(crate) fn add_here(&mut self, role: Role) -> NodeId {
        self.add(self.here(), role)
    }

    /// Adds a node for text to the section that is open; see [`Self::add_text`].
    pub(crate) fn add_text_here(&mut self, role: Role, text: &str) -> NodeId {
        self.add_text(self.here(), role, text)
    }

    /// Adds a node for text, and below it what the text's order in the file asks for; gives the node
    /// that the text's lines belong to.
    pub(crate) fn add_text(&mut self, parent: NodeId, role: Role, text: &str) -> NodeId {
        let node = self.add(parent, role);
        self.text_in(node, text)
    }

    /// The node for a text's lines within a node. Lines are written from left to right; text that
    /// runs the other way is told once more, in the order in which it is read.
    pub(crate) fn text_in(&mut self, node: NodeId, text: &str) -> NodeId {
        if text.chars().any(words::is_right_to_left) {
            let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
            let lines = text.split(breaks).filter(|line| !line.is_empty());
            self.add(node, Role::Reordered { text: lines.collect::<Vec<_>>().join(" ") })
        } else {
            node
        }
    }

    /// Adds what stands in a node behind the rest.
    pub(crate) fn hang(&mut self, node: NodeId, kid: Kid) {
        self.nodes[node.0].kids.push(kid);
    }

    /// The section that is open.
    fn here(&self) -> NodeId {
        self.open.last().map_or(NodeId::DOCUMENT, |(_, section)| *section)
    }

    /// Begins a section and gives the node for its heading's lines. Levels that were passed over are
    /// made up for: the first heading is of level 1, and none is two levels deeper than the one
    /// before. A heading that says nothing begins nothing.
    pub(crate) fn heading(&mut self, level: u8, text: &str) -> NodeId {
        if text.trim().is_empty() {
            return self.add_here(Role::Paragraph);
        }
        let level = level.clamp(1, 3);
        while self.open.last().is_some_and(|(above, _)| *above >= level) {
            self.open.pop();
        }
        let section = self.add_here(Role::Section);
        self.open.push((level, section));
        let depth = u8::try_from(self.open.len()).unwrap_or(3);
        self.add_text(section, Role::Heading(depth), text)
    }

    /// Takes out what nothing stands in.
    pub(crate) fn prune(&mut self) {
        let mut empty = vec![false; self.nodes.len()];
        for at in (0..self.nodes.len()).rev() {
            let node = &mut self.nodes[at];
            node.kids.retain(|kid| !matches!(kid, Kid::Node(below) if empty[below.0]));
            empty[at] = node.kids.is_empty() && !node.role.stands_empty();
        }
    }
}
