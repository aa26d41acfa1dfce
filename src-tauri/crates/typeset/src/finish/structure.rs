//! The structure tree (ISO 32000-1, 14.7), and from every page's content back to it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use crate::marks::{Marks, Owner};
use crate::page::{Pages, PlacedPicture};
use crate::tags::{Kid, Node, NodeId, Role, TITLE, Tree};

/// Adds the structure to the file and gives its root. `areas` are the annotations of the links.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &Pages,
    marks: &Marks,
    places: &[ObjectId],
    areas: &[ObjectId],
) -> Object {
    let root = file.new_object_id();
    let boxes = boxes(pages);
    let tree = &pages.tree;
    let mut writer = Writer { file, tree, places, areas, boxes, ids: BTreeMap::new() };
    writer.number(NodeId::DOCUMENT);
    writer.write(root);
    let ids = std::mem::take(&mut writer.ids);
    let (parents, next) = writer.parents(marks, &ids);
    let heads = heads(&pages.tree, &ids);
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[&NodeId::DOCUMENT],
        "ParentTree" => dictionary! { "Nums" => parents },
        "ParentTreeNextKey" => next as i64,
        "RoleMap" => dictionary! { TITLE => "P" },
    };
    if !heads.is_empty() {
        dictionary.set("IDTree", heads);
    }
    file.objects.insert(root, Object::Dictionary(dictionary));
    Object::Reference(root)
}

/// Writes the nodes that something stands in.
struct Writer<'a> {
    file: &'a mut lopdf::Document,
    tree: &'a Tree,
    /// The pages.
    places: &'a [ObjectId],
    /// The annotations of the links.
    areas: &'a [ObjectId],
    /// Where the pictures stand.
    boxes: BTreeMap<NodeId, [f32; 4]>,
    /// The objects of the nodes.
    ids: BTreeMap<NodeId, ObjectId>,
}

impl Writer<'_> {
    /// Gives numbers to a node and all below it.
    fn number(&mut self, node: NodeId) {
        let mut next = vec![node];
        while let Some(node) = next.pop() {
            self.ids.insert(node, self.file.new_object_id());
            let below = self.tree.node(node).kids.iter().rev();
            next.extend(below.filter_map(|kid| match kid {
                Kid::Node(node) => Some(*node),
                Kid::Marked { .. } | Kid::Area(_) => None,
            }));
        }
    }

    fn write(&mut self, root: ObjectId) {
        // Cells of one column share one object that says which head is theirs.
        let mut columns = BTreeMap::new();
        for (id, object) in &self.ids {
            let node = self.tree.node(*id);
            let parent = node.parent.and_then(|parent| self.ids.get(&parent)).unwrap_or(&root);
            let mut element = dictionary! { "S" => node.role.name(), "P" => *parent };
            if let Role::Reordered { text } = &node.role {
                element.set("ActualText", lopdf::text_string(text));
            }
            if node.role == Role::Head {
                element.set("ID", head_id(*id));
            }
            if let Role::Cell { head } = &node.role {
                let shared = columns.entry(*head).or_insert_with(|| {
                    let heads = Object::Array(vec![head_id(*head)]);
                    self.file.add_object(dictionary! { "O" => "Table", "Headers" => heads })
                });
                element.set("A", *shared);
            }
            if let Role::Figure { alternative } = &node.role {
                element.set("Alt", lopdf::text_string(alternative));
                if let Some(edges) = self.boxes.get(id) {
                    element.set("A", figure(*edges));
                }
            }
            if let Some(attributes) = attributes(&node.role) {
                element.set("A", attributes);
            }
            self.kids(node, &mut element);
            self.file.objects.insert(*object, Object::Dictionary(element));
        }
    }

    /// What stands in a node: the page of its first content is that of all unless they say another.
    fn kids(&self, node: &Node, element: &mut Dictionary) {
        let own = node.kids.iter().find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(*page),
            Kid::Node(_) | Kid::Area(_) => None,
        });
        if let Some(page) = own {
            element.set("Pg", self.places[page]);
        }
        let kids: Vec<Object> = node.kids.iter().map(|kid| self.kid(kid, own)).collect();
        match <[Object; 1]>::try_from(kids) {
            Ok([only]) => element.set("K", only),
            Err(kids) if kids.is_empty() => {}
            Err(kids) => element.set("K", kids),
        }
    }

    fn kid(&self, kid: &Kid, own: Option<usize>) -> Object {
        match kid {
            Kid::Node(node) => self.ids.get(node).map_or(Object::Null, |id| (*id).into()),
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
        }
    }

    /// The way back: for each page the nodes of its marked sequences, then for each annotation its
    /// node; and the first number that is free.
    fn parents(&mut self, marks: &Marks, ids: &BTreeMap<NodeId, ObjectId>) -> (Vec<Object>, usize) {
        let mut entries = Vec::new();
        for (number, sequences) in marks.pages.iter().enumerate() {
            let owners = sequences.iter().filter_map(|sequence| match sequence.owner {
                Owner::Node { node, .. } => ids.get(&node),
                Owner::Artifact(_) => None,
            });
            let owners: Vec<Object> = owners.map(|id| Object::Reference(*id)).collect();
            let owners = self.file.add_object(owners);
            entries.extend([Object::from(number as i64), owners.into()]);
            if let Ok(page) = self.file.get_dictionary_mut(self.places[number]) {
                page.set("StructParents", number as i64);
                page.set("Tabs", "S");
            }
        }
        for (number, area) in marks.areas.iter().enumerate() {
            let key = marks.pages.len() + number;
            if let Some(id) = ids.get(&area.node) {
                entries.extend([Object::from(key as i64), (*id).into()]);
            }
            if let Ok(annotation) = self.file.get_dictionary_mut(self.areas[number]) {
                annotation.set("StructParent", key as i64);
            }
        }
        (entries, marks.pages.len() + marks.areas.len())
    }
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
fn heads(tree: &Tree, ids: &BTreeMap<NodeId, ObjectId>) -> Dictionary {
    let heads: Vec<(&NodeId, &ObjectId)> =
        ids.iter().filter(|(node, _)| tree.node(**node).role == Role::Head).collect();
    let (Some((first, _)), Some((last, _))) = (heads.first(), heads.last()) else {
        return Dictionary::new();
    };
    let limits = vec![head_id(**first), head_id(**last)];
    let names = heads.iter().flat_map(|(node, id)| [head_id(**node), (**id).into()]);
    let leaf = dictionary! { "Limits" => limits, "Names" => names.collect::<Vec<Object>>() };
    dictionary! { "Kids" => vec![Object::Dictionary(leaf)] }
}
