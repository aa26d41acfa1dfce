//! The fields of the messages, each with the lines that belong to it.

/// How many characters a line of a field holds; what is longer goes on in the next.
const WIDTH: usize = 64;

/// A field.
#[derive(Debug)]
pub(super) struct Field<'a> {
    /// Its tag without the colons.
    pub(super) tag: &'a str,
    /// Its line in the file.
    pub(super) line: u32,
    /// What stands behind the tag, line by line.
    pub(super) lines: Vec<&'a str>,
}

impl Field<'_> {
    /// The first of its lines.
    pub(super) fn first(&self) -> &str {
        self.lines.first().copied().unwrap_or_default()
    }

    /// The value on one line. A full line was cut wherever it was full, in the middle of a word too;
    /// behind a shorter one there was a space or an end.
    pub(super) fn joined(&self) -> String {
        let mut whole = String::new();
        for line in &self.lines {
            whole.push_str(line);
            if line.chars().count() < WIDTH {
                whole.push(' ');
            }
        }
        whole
    }
}

/// The fields of the file in their order. Marks of the envelope and empty lines are left out.
pub(super) fn fields(text: &str) -> Vec<Field<'_>> {
    let mut fields: Vec<Field> = Vec::new();
    let mut is_open = false;
    for (line, content) in (1..).zip(text.lines()) {
        let content = content.rsplit_once("{4:").map_or(content, |(_, behind)| behind);
        if content.trim().is_empty() {
            continue;
        }
        if let Some((tag, value)) = tag(content.trim_start()) {
            fields.push(Field { tag, line, lines: vec![value] });
            is_open = true;
        } else if ends_message(content) {
            is_open = false;
        } else if let Some(field) = fields.last_mut().filter(|_| is_open) {
            field.lines.push(content);
        }
    }
    fields
}

/// The tag with which the line begins, and what stands behind it.
fn tag(content: &str) -> Option<(&str, &str)> {
    let (tag, value) = content.strip_prefix(':')?.split_once(':')?;
    let sound = tag.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    ((2..=3).contains(&tag.len()) && sound).then_some((tag, value))
}

/// Whether a message ends here: `-`, or `-}` with the envelope behind it.
fn ends_message(content: &str) -> bool {
    let content = content.trim_end();
    content == "-" || content.starts_with("-}")
}
