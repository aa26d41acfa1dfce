//! Markup: HTML, XHTML, SVG and other XML, told apart by the first element.

use super::super::Kind;

/// Elements with which a page of the web begins where `html` is left out.
const OF_HTML: [&str; 28] = [
    "a",
    "article",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "center",
    "div",
    "font",
    "form",
    "h1",
    "h2",
    "head",
    "iframe",
    "img",
    "link",
    "main",
    "meta",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "span",
    "style",
    "table",
    "title",
];

/// The kind of a text, or `None` where it is no markup.
pub(super) fn kind(text: &str) -> Option<Kind> {
    let mut rest = text.trim_start();
    let is_declared = starts(rest, "<?xml");
    loop {
        rest = rest.trim_start();
        if starts(rest, "<?") {
            rest = behind(rest, "?>")?;
        } else if starts(rest, "<!--") {
            rest = behind(rest, "-->")?;
        } else if starts(rest, "<!doctype") {
            let name = rest["<!doctype".len()..].trim_start();
            if starts(name, "html") && !is_declared {
                let head = name.split('>').next().unwrap_or_default();
                let strict = head.to_ascii_lowercase().contains("xhtml");
                return Some(if strict { Kind::Xhtml } else { Kind::Html });
            }
            rest = behind_doctype(name)?;
        } else {
            return by_element(rest, is_declared);
        }
    }
}

fn by_element(text: &str, is_declared: bool) -> Option<Kind> {
    let tag = text.strip_prefix('<')?;
    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
    let name = tag.split(|it: char| it.is_whitespace() || it == '/').next()?;
    if !name.starts_with(|it: char| it.is_alphabetic() || it == '_') {
        return None;
    }
    let local = name.rsplit(':').next()?.to_ascii_lowercase();
    let is_of_html = local == "html" || OF_HTML.contains(&local.as_str());
    let kind = if local == "svg" {
        Kind::Svg
    } else if is_of_html && tag.contains("http://www.w3.org/1999/xhtml") {
        Kind::Xhtml
    } else if is_of_html && !is_declared && !name.contains(':') {
        Kind::Html
    } else if is_declared || tag.ends_with('/') || text.contains(&format!("</{name}")) {
        Kind::Xml
    } else {
        return None;
    };
    Some(kind)
}

/// Whether the text begins so, in capitals or not.
fn starts(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// What stands behind the end of something.
fn behind<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    text.split_once(end).map(|(_, behind)| behind)
}

/// What stands behind a document type, which may have definitions in brackets.
fn behind_doctype(text: &str) -> Option<&str> {
    let plain = text.find('>')?;
    match text.find('[') {
        Some(bracket) if bracket < plain => behind(behind(text, "]")?, ">"),
        Some(_) | None => Some(&text[plain + 1..]),
    }
}
