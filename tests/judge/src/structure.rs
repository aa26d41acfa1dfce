//! Whether a PDF file's structure and its pages' content agree.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A marked sequence: its page and its number there.
type Marked = (ObjectId, i64);

/// A file whose structure was walked.
pub struct Structure {
    file: Document,
    /// Which element each marked sequence belongs to.
    owners: BTreeMap<Marked, ObjectId>,
    /// Which element each annotation belongs to.
    links: BTreeMap<ObjectId, ObjectId>,
    /// The elements in reading order, with what they are.
    pub elements: Vec<(ObjectId, String)>,
}

impl Structure {
    /// Walks the structure of a file; panics where it does not hold together.
    pub fn of(bytes: &[u8]) -> Self {
        let file = Document::load_mem(bytes).expect("the file can be read");
        let root = file.catalog().expect("a catalogue").get(b"StructTreeRoot");
        let root = root.and_then(Object::as_reference).expect("a structure");
        let (owners, links) = (BTreeMap::new(), BTreeMap::new());
        let mut structure = Self { file, owners, links, elements: Vec::new() };
        let top = reference(structure.dictionary(root), b"K");
        structure.element(top, root);
        structure
    }

    fn dictionary(&self, id: ObjectId) -> &Dictionary {
        self.file.get_dictionary(id).unwrap_or_else(|why| panic!("{id:?}: {why}"))
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId) {
        let element = self.dictionary(id).clone();
        let kind = element.get(b"S").and_then(Object::as_name).expect("a type");
        let kind = String::from_utf8_lossy(kind).into_owned();
        assert_eq!(reference(&element, b"P"), parent, "{kind} {id:?} points to its parent");
        self.elements.push((id, kind));
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(only) => vec![only.clone()],
            Err(_) => Vec::new(),
        };
        for kid in &kids {
            self.kid(kid, id, &element);
        }
    }

    fn kid(&mut self, kid: &Object, id: ObjectId, element: &Dictionary) {
        if let Object::Reference(below) = kid {
            self.element(*below, id);
        } else if let Object::Integer(number) = kid {
            self.own((reference(element, b"Pg"), *number), id);
        } else {
            let kid = kid.as_dict().expect("a sequence or an object");
            match kid.get(b"Type").and_then(Object::as_name).expect("a type") {
                b"MCR" => {
                    let number = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                    self.own((reference(kid, b"Pg"), number), id);
                }
                b"OBJR" => {
                    let before = self.links.insert(reference(kid, b"Obj"), id);
                    assert_eq!(before, None, "an annotation belongs to one element");
                }
                other => panic!("{id:?} has a kid of type {}", String::from_utf8_lossy(other)),
            }
        }
    }

    fn own(&mut self, marked: Marked, id: ObjectId) {
        let before = self.owners.insert(marked, id);
        assert_eq!(before, None, "{marked:?} belongs to two elements");
    }

    /// Checks that every element can be reached, every page's content is marked once, and the way
    /// back from it leads to the element that it belongs to.
    pub fn check(&self, why: &str) {
        let reached: BTreeSet<ObjectId> = self.elements.iter().map(|(id, _)| *id).collect();
        assert_eq!(reached.len(), self.elements.len(), "{why}: an element stands twice");
        for (id, object) in &self.file.objects {
            let is_element = object.as_dict().is_ok_and(|d| d.has(b"S") && d.has(b"P"));
            assert!(!is_element || reached.contains(id), "{why}: {id:?} is not in the tree");
        }
        let back = self.parent_tree();
        let mut count = 0;
        for page in self.file.get_pages().into_values() {
            let page_of = self.dictionary(page);
            let tabs = page_of.get(b"Tabs").and_then(Object::as_name);
            assert_eq!(tabs.ok(), Some(&b"S"[..]), "{why}: tabs follow the structure");
            let numbers = self.marked(page, why);
            count += numbers.len();
            let key = page_of.get(b"StructParents").and_then(Object::as_i64).expect("a key");
            let owners = self.file.dereference(&back[&key]).expect("owners").1;
            let owners = owners.as_array().expect("a list of owners");
            assert_eq!(owners.len(), numbers.len(), "{why}: an owner for every sequence");
            for (number, owner) in owners.iter().enumerate() {
                let owner = owner.as_reference().expect("an element");
                let marked = (page, number as i64);
                assert_eq!(self.owners.get(&marked), Some(&owner), "{why}: {marked:?}");
            }
            self.annotations(page_of, &back, why);
        }
        assert_eq!(count, self.owners.len(), "{why}: elements own nothing that is on no page");
    }

    /// The numbers of a page's marked sequences, which must be 0, 1, 2…
    fn marked(&self, page: ObjectId, why: &str) -> Vec<i64> {
        let content = self.file.get_page_content(page);
        let content = Content::decode(&content).expect("operations");
        let mut open: Vec<bool> = Vec::new();
        let mut numbers = Vec::new();
        for operation in &content.operations {
            let is_inside = open.contains(&true);
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let tag = operation.operands[0].as_name().expect("a tag");
                    let properties = operation.operands.get(1).and_then(|p| p.as_dict().ok());
                    let number = properties.and_then(|p| p.get(b"MCID").ok()?.as_i64().ok());
                    numbers.extend(number);
                    let begins = number.is_some() || tag == b"Artifact";
                    assert!(!(begins && is_inside), "{why}: marked content within another");
                    open.push(begins);
                }
                "EMC" => assert!(open.pop().is_some(), "{why}: an end without a beginning"),
                "Tj" | "TJ" | "'" | "\"" | "f" | "f*" | "S" | "s" | "B" | "B*" | "b" | "Do"
                | "sh" | "EI" => assert!(is_inside, "{why}: {operation:?} is not marked"),
                _ => {}
            }
        }
        assert!(open.is_empty(), "{why}: marked content without an end");
        let expected: Vec<i64> = (0..numbers.len() as i64).collect();
        assert_eq!(numbers, expected, "{why}: each number once, in reading order");
        numbers
    }

    /// The entries of the parent tree.
    fn parent_tree(&self) -> BTreeMap<i64, Object> {
        let root = self.file.catalog().expect("a catalogue").get(b"StructTreeRoot");
        let root = self.dictionary(root.and_then(Object::as_reference).expect("a structure"));
        let tree = root.get(b"ParentTree").and_then(Object::as_dict).expect("a parent tree");
        let numbers = tree.get(b"Nums").and_then(Object::as_array).expect("numbers");
        let keys = numbers.chunks(2).map(|pair| pair[0].as_i64().expect("a key"));
        assert!(keys.is_sorted(), "a number tree is in order");
        let pairs = numbers.chunks(2);
        pairs.map(|pair| (pair[0].as_i64().expect("a key"), pair[1].clone())).collect()
    }

    fn annotations(&self, page: &Dictionary, back: &BTreeMap<i64, Object>, why: &str) {
        let Ok(annotations) = page.get(b"Annots").and_then(Object::as_array) else { return };
        for annotation in annotations {
            let id = annotation.as_reference().expect("an annotation of its own");
            let own = self.dictionary(id);
            let element = self.links.get(&id).expect("an element for the annotation");
            assert_eq!(self.dictionary(*element).get(b"S").ok(), Some(&"Link".into()), "{why}");
            let key = own.get(b"StructParent").and_then(Object::as_i64).expect("a key");
            assert_eq!(back[&key].as_reference().ok(), Some(*element), "{why}: back to the link");
            assert!(own.has(b"Contents"), "{why}: a link says what it is");
        }
    }

    /// Where each link leads, in reading order: the page from 0, and what the link says.
    pub fn links(&self) -> Vec<(usize, String)> {
        let pages: Vec<ObjectId> = self.file.get_pages().into_values().collect();
        let catalog = self.file.catalog().expect("a catalogue");
        let names = catalog.get(b"Names").and_then(Object::as_dict);
        let names = names.and_then(|names| names.get(b"Dests")).and_then(Object::as_dict);
        let names = names.and_then(|names| names.get(b"Names")).and_then(Object::as_array);
        let named: BTreeMap<&[u8], &Object> = names
            .map(|names| names.chunks(2).map(|p| (p[0].as_str().expect("name"), &p[1])).collect())
            .unwrap_or_default();
        let annotations = pages.iter().flat_map(|page| {
            let annotations = self.dictionary(*page).get(b"Annots").and_then(Object::as_array);
            annotations.map(|all| all.to_vec()).unwrap_or_default()
        });
        let link = |annotation: Object| {
            let own = self.dictionary(annotation.as_reference().expect("an annotation"));
            let name = own.get(b"Dest").and_then(Object::as_str).expect("a named place");
            let place = named[name].as_array().expect("a place")[0].as_reference();
            let place = place.expect("a page");
            let says = own.get(b"Contents").and_then(lopdf::decode_text_string).expect("words");
            (pages.iter().position(|page| *page == place).expect("a page of the file"), says)
        };
        annotations.map(link).collect()
    }

    /// How many elements of a type there are.
    pub fn count(&self, kind: &str) -> usize {
        self.elements.iter().filter(|(_, own)| own == kind).count()
    }

    /// The files kept inside: the name that is shown, the type, what it is to the document, bytes.
    pub fn files(&self) -> Vec<(String, String, String, Vec<u8>)> {
        let catalog = self.file.catalog().expect("a catalogue");
        let files = catalog.get(b"AF").and_then(Object::as_array).expect("files");
        let name = |of: &Dictionary, key: &[u8]| {
            let name = of.get(key).and_then(Object::as_name).expect("a name");
            String::from_utf8_lossy(name).into_owned()
        };
        let read = |file: &Object| {
            let file = self.dictionary(file.as_reference().expect("a file"));
            let shown = file.get(b"UF").and_then(lopdf::decode_text_string).expect("a name");
            let stream = reference(file.get(b"EF").and_then(Object::as_dict).expect("EF"), b"F");
            let stream = self.file.get_object(stream).and_then(Object::as_stream).expect("bytes");
            let bytes = stream.decompressed_content();
            let bytes = bytes.unwrap_or_else(|_| stream.content.clone());
            let kind = name(&stream.dict, b"Subtype");
            (shown, kind, name(file, b"AFRelationship"), bytes)
        };
        files.iter().map(read).collect()
    }
}

fn reference(of: &Dictionary, key: &[u8]) -> ObjectId {
    let value = of.get(key).and_then(Object::as_reference);
    value.unwrap_or_else(|why| panic!("{}: {why}", String::from_utf8_lossy(key)))
}
