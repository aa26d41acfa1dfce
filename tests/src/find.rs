//! How a test names a thing on the page: as a person or a screen reader would.

use serde_json::{Value, json};

/// What to look for. Only what is visible is found.
#[derive(Debug, Clone)]
pub struct Find {
    words: String,
    query: Value,
}

impl Find {
    /// By ARIA role (its own or the element's native one) and accessible name; white space in
    /// names does not count.
    #[must_use]
    pub fn role(role: &str, name: &str) -> Self {
        Self {
            words: format!("{role} \"{name}\""),
            query: json!({ "by": "role", "role": role, "name": name }),
        }
    }

    /// A button by its accessible name.
    #[must_use]
    pub fn button(name: &str) -> Self {
        Self::role("button", name)
    }

    /// A link by its accessible name.
    #[must_use]
    pub fn link(name: &str) -> Self {
        Self::role("link", name)
    }

    /// Anything that can be filled in, by its label.
    #[must_use]
    pub fn field(label: &str) -> Self {
        Self { words: format!("field \"{label}\""), query: json!({ "by": "field", "name": label }) }
    }

    /// By `data-testid`, where nothing that a person sees tells two things apart.
    #[must_use]
    pub fn test_id(id: &str) -> Self {
        Self { words: format!("test id {id}"), query: json!({ "by": "testId", "name": id }) }
    }

    /// By a role alone, to be narrowed with [`Find::containing`].
    #[must_use]
    pub fn any(role: &str) -> Self {
        Self { words: role.into(), query: json!({ "by": "role", "role": role }) }
    }

    /// Only where this text stands in it.
    #[must_use]
    pub fn containing(mut self, text: &str) -> Self {
        self.words.push_str(&format!(" containing \"{text}\""));
        self.query["containing"] = text.into();
        self
    }

    /// Only inside another thing, which must be there exactly once.
    #[must_use]
    pub fn inside(mut self, outer: &Self) -> Self {
        self.words.push_str(&format!(" inside {}", outer.words));
        // The innermost thing may already be inside another one.
        let mut innermost = &mut self.query;
        while !innermost["inside"].is_null() {
            innermost = &mut innermost["inside"];
        }
        innermost["inside"] = outer.query.clone();
        self
    }

    /// As a person would say it.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// As `find.js` reads it.
    pub(crate) fn query(&self) -> Value {
        self.query.clone()
    }
}
