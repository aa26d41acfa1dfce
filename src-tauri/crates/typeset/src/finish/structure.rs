//! The structure tree (ISO 32000-1, 14.7), and from every page's content back to it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use super::objects::{self, Written};
use crate::marks::{Marks, Owner};
use crate::page::{Pages, PlacedPicture};
use crate::tags::{Kid, Node, NodeId, Role, TITLE, Tree};

/// Adds the structure to the file and gives its root, and the elements as they will stand in the
/// file: there are more of them than of anything else. `areas` are the annotations of the links.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &Pages,
    marks: &Marks,
    places: &[ObjectId],
    areas: &[ObjectId],
) -> (Object, Written) {
    let root = file.new_object_id();
    let tree = &pages.tree;
    let numbers = Numbers::of(tree, file);
    let columns = columns(tree, &numbers, file);
    let writer = Writer { tree, root, places, areas, boxes: boxes(pages), numbers, columns };
    let elements = writer.write();
    let numbers = writer.numbers;
    let (parents, next) = parents(marks, &numbers, places, areas, file);
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => numbers.reference(NodeId::DOCUMENT),
        "ParentTree" => dictionary! { "Nums" => parents },
        "ParentTreeNextKey" => next as i64,
        "RoleMap" => dictionary! { TITLE => "P" },
    };
    let heads = heads(tree, &numbers);
    if !heads.is_empty() {
        dictionary.set("IDTree", heads);
    }
    file.objects.insert(root, Object::Dictionary(dictionary));
    (Object::Reference(root), elements)
}

/// The numbers of the objects of the nodes that something stands in.
struct Numbers {
    /// By node; 0 for one that is not in the file.
    by_node: Vec<u32>,
    /// The nodes in reading order, which is that of their numbers.
    order: Vec<NodeId>,
}

impl Numbers {
    /// Numbers for everything below the document.
    fn of(tree: &Tree, file: &mut lopdf::Document) -> Self {
        let mut numbers = Self { by_node: vec![0; tree.len()], order: Vec::new() };
        let mut next = vec![NodeId::DOCUMENT];
        while let Some(node) = next.pop() {
            numbers.by_node[node.index()] = file.new_object_id().0;
            numbers.order.push(node);
            let below = tree.node(node).kids.iter().rev();
            next.extend(below.filter_map(|kid| match kid {
                Kid::Node(node) => Some(*node),
                Kid::Marked { .. } | Kid::Area(_) => None,
            }));
        }
        numbers
    }

    fn get(&self, node: NodeId) -> Option<ObjectId> {
        Some((self.by_node[node.index()], 0)).filter(|(number, _)| *number != 0)
    }

    fn reference(&self, node: NodeId) -> Object {
        self.get(node).map_or(Object::Null, Object::Reference)
    }
}

/// One object for the cells of each column, which says which head is theirs.
fn columns(
    tree: &Tree,
    numbers: &Numbers,
    file: &mut lopdf::Document,
) -> BTreeMap<NodeId, ObjectId> {
    let mut columns = BTreeMap::new();
    for node in &numbers.order {
        if let Role::Cell { head } = &tree.node(*node).role {
            columns.entry(*head).or_insert_with(|| {
                let heads = Object::Array(vec![head_id(*head)]);
                file.add_object(dictionary! { "O" => "Table", "Headers" => heads })
            });
        }
    }
    columns
}

/// Writes the elements.
struct Writer<'a> {
    tree: &'a Tree,
    root: ObjectId,
    /// The pages.
    places: &'a [ObjectId],
    /// The annotations of the links.
    areas: &'a [ObjectId],
    /// Where the pictures stand.
    boxes: BTreeMap<NodeId, [f32; 4]>,
    numbers: Numbers,
    columns: BTreeMap<NodeId, ObjectId>,
}

impl Writer<'_> {
    fn write(&self) -> Written {
        let mut written = Written::default();
        for id in &self.numbers.order {
            if let Some((number, _)) = self.numbers.get(*id) {
                written.add(number, |to| self.element(*id, to));
            }
        }
        written
    }

    fn element(&self, id: NodeId, to: &mut Vec<u8>) {
        let node = self.tree.node(id);
        let parent = node.parent.and_then(|parent| self.numbers.get(parent)).unwrap_or(self.root);
        to.extend_from_slice(b"<</S");
        objects::name(node.role.name().as_bytes(), to);
        to.extend_from_slice(b"/P");
        objects::write(&Object::Reference(parent), to);
        for (key, value) in self.says(id, &node.role) {
            objects::name(key.as_bytes(), to);
            objects::write(&value, to);
        }
        self.kids(node, to);
        to.extend_from_slice(b">>");
    }

    /// What an element says beside its type.
    fn says(&self, id: NodeId, role: &Role) -> Vec<(&'static str, Object)> {
        if let Role::Cell { head } = role {
            let column = self.columns.get(head).map(|column| ("A", Object::Reference(*column)));
            return column.into_iter().collect();
        }
        let mut says = Vec::new();
        if let Role::Reordered { text } = role {
            says.push(("ActualText", lopdf::text_string(text)));
        }
        if *role == Role::Head {
            says.push(("ID", head_id(id)));
        }
        if let Role::Figure { alternative } = role {
            says.push(("Alt", lopdf::text_string(alternative)));
            says.extend(self.boxes.get(&id).map(|edges| ("A", figure(*edges))));
        }
        says.extend(attributes(role).map(|attributes| ("A", attributes)));
        says
    }

    /// What stands in a node: the page of its first content is that of all unless they say another.
    fn kids(&self, node: &Node, to: &mut Vec<u8>) {
        let own = node.kids.iter().find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(*page),
            Kid::Node(_) | Kid::Area(_) => None,
        });
        if let Some(page) = own {
            to.extend_from_slice(b"/Pg");
            objects::write(&Object::Reference(self.places[page]), to);
        }
        match &node.kids[..] {
            [] => {}
            [only] => {
                to.extend_from_slice(b"/K");
                self.kid(only, own, to);
            }
            several => {
                to.extend_from_slice(b"/K[");
                several.iter().for_each(|kid| self.kid(kid, own, to));
                to.push(b']');
            }
        }
    }

    fn kid(&self, kid: &Kid, own: Option<usize>, to: &mut Vec<u8>) {
        let object = match kid {
            Kid::Node(node) => self.numbers.reference(*node),
            Kid::Marked { page, number } if Some(*page) == own => (*number as i64).into(),
            Kid::Marked { page, number } => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => self.places[*page],
                "MCID" => *number as i64,
            }),
            Kid::Area(number) => Object::Dictionary(dictionary! {
                "Type" => "OBJR",
                "Obj" => self.areas[*number],
            }),
        };
        objects::write(&object, to);
    }
}

/// The way back: for each page the nodes of its marked sequences, then for each annotation its node;
/// and the first number that is free.
fn parents(
    marks: &Marks,
    numbers: &Numbers,
    places: &[ObjectId],
    areas: &[ObjectId],
    file: &mut lopdf::Document,
) -> (Vec<Object>, usize) {
    let mut entries = Vec::new();
    for (number, sequences) in marks.pages.iter().enumerate() {
        let owners = sequences.iter().filter_map(|sequence| match sequence.owner {
            Owner::Node { node, .. } => numbers.get(node),
            Owner::Artifact(_) => None,
        });
        let owners: Vec<Object> = owners.map(Object::Reference).collect();
        let owners = file.add_object(owners);
        entries.extend([Object::from(number as i64), owners.into()]);
        if let Ok(page) = file.get_dictionary_mut(places[number]) {
            page.set("StructParents", number as i64);
            page.set("Tabs", "S");
        }
    }
    for (number, area) in marks.areas.iter().enumerate() {
        let key = marks.pages.len() + number;
        if let Some(id) = numbers.get(area.node) {
            entries.extend([Object::from(key as i64), id.into()]);
        }
        if let Ok(annotation) = file.get_dictionary_mut(areas[number]) {
            annotation.set("StructParent", key as i64);
        }
    }
    (entries, marks.pages.len() + marks.areas.len())
}

/// Left, bottom, right and top of every picture, from its page's lower left corner.
fn boxes(pages: &Pages) -> BTreeMap<NodeId, [f32; 4]> {
    let top = pages.size.height;
    let pictures = pages.pages.iter().flat_map(|page| &page.pictures);
    let edges = |it: &PlacedPicture| [it.x, top - it.y - it.height, it.x + it.width, top - it.y];
    pictures.map(|picture| (picture.node, edges(picture))).collect()
}

/// Where a picture stands, for programs that set its page anew.
fn figure(edges: [f32; 4]) -> Object {
    let edges: Vec<Object> = edges.map(Object::Real).into();
    Object::Dictionary(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges })
}

/// What a role says beside its name.
fn attributes(role: &Role) -> Option<Object> {
    let list = |numbering: &str| dictionary! { "O" => "List", "ListNumbering" => numbering };
    let attributes = if *role == Role::Points {
        list("Disc")
    } else if *role == Role::List {
        list("None")
    } else if *role == Role::Head {
        dictionary! { "O" => "Table", "Scope" => "Column" }
    } else if let Role::Table { summary } = role
        && !summary.trim().is_empty()
    {
        dictionary! { "O" => "Table", "Summary" => lopdf::text_string(summary) }
    } else {
        return None;
    };
    Some(Object::Dictionary(attributes))
}

/// What the head of a column is called by the cells below it: as many letters for each, so that
/// their order is that of their numbers.
fn head_id(head: NodeId) -> Object {
    let name = format!("h{:08}", head.index());
    Object::String(name.into_bytes(), StringFormat::Literal)
}

/// All heads of columns by what they are called.
fn heads(tree: &Tree, numbers: &Numbers) -> Dictionary {
    let is_head = |node: &&NodeId| tree.node(**node).role == Role::Head;
    let mut heads: Vec<NodeId> = numbers.order.iter().filter(is_head).copied().collect();
    heads.sort_unstable();
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
        return Dictionary::new();
    };
    let limits = vec![head_id(*first), head_id(*last)];
    let names = heads.iter().flat_map(|node| [head_id(*node), numbers.reference(*node)]);
    let leaf = dictionary! { "Limits" => limits, "Names" => names.collect::<Vec<Object>>() };
    dictionary! { "Kids" => vec![Object::Dictionary(leaf)] }
}
