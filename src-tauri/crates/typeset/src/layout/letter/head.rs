//! The top of a letter: sender, recipient in the window, date, references, subject.

use std::rc::Rc;

use holdfast_domain::document::{Align, Emphasis, Letterhead, Text};

use super::form::{self, Form, MARKS};
use crate::layout::flow::{Flow, Strip};
use crate::layout::measure::{BODY, THIN, Type};
use crate::layout::text::{self, Column};
use crate::page::{Artifact, Ink, Mark, PlacedLine, Rule};
use crate::shape::{Line, Shaper};
use crate::tags::{NodeId, Role};

/// The sender's name.
const NAME: Type = Type { size: 11.5, leading: 15.0, strong: true, ..BODY };
/// The rest of the sender's lines, date and references.
const LINE: Type = Type { size: 10.0, leading: 13.0, ..BODY };
/// The recipient's lines, of which six fill 27.3 mm.
const ADDRESS: Type = Type { size: 11.0, leading: 12.9, ..BODY };
/// The sender's address on one line.
const RETURN: Type = Type { size: 7.5, leading: 10.0, ink: Ink::Quiet, ..BODY };
/// Between that line and the recipient's lines.
const BELOW_RETURN: f32 = 3.0;
/// Between the parts of the head.
const GAP: f32 = 12.0;
/// What of the first page the head may take before it is set line below line.
const MOST: f32 = 0.6;

/// Sets the top of a letter.
pub(in crate::layout) fn set(head: &Letterhead, shaper: &mut Shaper, flow: &mut Flow) {
    flow.break_page();
    let form = form::of(head.form);
    let node = flow.tree.add_here(Role::Division);
    let panels = Panels::of(head, form, node, shaper, flow);
    let strip = panels.strip(form, flow);
    if strip.height <= flow.frame.height() * MOST {
        flow.push(strip);
    } else {
        // A head of more lines than that flows like text: nothing of it may be lost.
        for panel in [panels.sender, panels.recipient, panels.information].into_iter().flatten() {
            panel.flow(flow);
        }
    }
    if form.information.is_none() {
        let column = whole(flow);
        let kind = flow.manner.body;
        if let Some(panel) = information(head, kind, (column, node), shaper, flow) {
            panel.flow(flow);
        }
    }
    subject(&head.subject, shaper, flow);
}

/// The subject; the text begins on the same page.
fn subject(words: &str, shaper: &mut Shaper, flow: &mut Flow) {
    if words.trim().is_empty() {
        return;
    }
    let kind = Type { strong: true, ..flow.manner.body };
    let prepared = text::prepare_words(words, &kind, shaper);
    let column = whole(flow);
    let mark = Mark::Node(flow.tree.heading(1, words));
    for line in text::lines(prepared, &kind, flow.frame.width, shaper) {
        flow.push(Strip {
            height: text::height(&line, &kind),
            lines: vec![column.place(&line, &kind, 0.0, mark)],
            holds: true,
            ..Strip::default()
        });
    }
    flow.space(GAP);
}

fn whole(flow: &Flow) -> Column {
    Column { left: flow.frame.left, width: flow.frame.width, align: Align::Start }
}

/// Lines below one another in a column.
struct Panel {
    lines: Vec<(Rc<Line>, Type, Mark)>,
    column: Column,
}

impl Panel {
    /// A panel of texts, each in its manner and a paragraph of the structure; texts without letters
    /// are left out.
    fn of(
        texts: Vec<(Text, Type)>,
        (column, node): (Column, NodeId),
        shaper: &mut Shaper,
        flow: &mut Flow,
    ) -> Option<Self> {
        let mut lines = Vec::new();
        for (words, kind) in texts {
            if words.words().trim().is_empty() {
                continue;
            }
            let mark = flow.tree.add_text(node, Role::Paragraph, &words.words());
            let prepared = text::prepare(&words, &kind, shaper);
            let set = text::lines(prepared, &kind, column.width, shaper);
            lines.extend(set.into_iter().map(|line| (line, kind, Mark::Node(mark))));
        }
        (!lines.is_empty()).then_some(Self { lines, column })
    }

    /// A panel of words that are on the page for the eye alone.
    fn unread(words: &str, kind: Type, column: Column, shaper: &mut Shaper) -> Self {
        let prepared = text::prepare_words(words, &kind, shaper);
        let mark = Mark::Artifact(Artifact::Layout);
        let lines = text::lines(prepared, &kind, column.width, shaper);
        Self { lines: lines.into_iter().map(|line| (line, kind, mark)).collect(), column }
    }

    /// Whether all its lines are from the right.
    fn is_rtl(&self) -> bool {
        self.lines.iter().all(|(line, ..)| line.is_rtl)
    }

    fn height(&self) -> f32 {
        self.lines.iter().map(|(line, kind, _)| text::height(line, kind)).sum()
    }

    /// A line at a height. A name from the right stays with the other lines at the left, unless all
    /// of them are from the right.
    fn line(&self, (line, kind, mark): &(Rc<Line>, Type, Mark), top: f32) -> PlacedLine {
        let align = if line.is_rtl && !self.is_rtl() { Align::End } else { Align::Start };
        Column { align, ..self.column }.place(line, kind, top, *mark)
    }

    /// The lines, the first one's box beginning at `top`.
    fn place(&self, top: f32) -> Vec<PlacedLine> {
        let mut y = top;
        let place = |own: &(Rc<Line>, Type, Mark)| {
            let placed = self.line(own, y);
            y += text::height(&own.0, &own.1);
            placed
        };
        self.lines.iter().map(place).collect()
    }

    /// Adds the lines as text that may go on on the next page.
    fn flow(&self, flow: &mut Flow) {
        for own in &self.lines {
            flow.push(Strip {
                height: text::height(&own.0, &own.1),
                lines: vec![self.line(own, 0.0)],
                ..Strip::default()
            });
        }
        flow.space(GAP);
    }
}

/// The parts of the head that have a place of their own on the page.
struct Panels {
    sender: Option<Panel>,
    return_line: Option<Panel>,
    recipient: Option<Panel>,
    information: Option<Panel>,
}

impl Panels {
    fn of(
        head: &Letterhead,
        form: &Form,
        node: NodeId,
        shaper: &mut Shaper,
        flow: &mut Flow,
    ) -> Self {
        let frame = flow.frame;
        let at_right = |left: f32| Column {
            left,
            width: frame.left + frame.width - left,
            align: Align::Start,
        };
        let address = Column { left: frame.left, width: form.address.width, align: Align::Start };
        let sender = head.sender.iter().filter(|line| !line.trim().is_empty()).enumerate();
        let sender = sender
            .map(|(at, line)| (Text::plain(line), if at == 0 { NAME } else { LINE }))
            .collect();
        let recipient = head.recipient.iter().map(|line| (Text::plain(line), ADDRESS)).collect();
        let sender = Panel::of(sender, (at_right(form.sender), node), shaper, flow);
        let back = sender.as_ref().filter(|_| form.return_line);
        Self {
            return_line: back.and_then(|sender| return_line(head, sender, address, shaper)),
            sender,
            recipient: Panel::of(recipient, (address, node), shaper, flow),
            information: form
                .information
                .and_then(|_| information(head, LINE, (at_right(form.sender), node), shaper, flow)),
        }
    }

    /// The parts at their places, in the order in which they are read. What is too long pushes
    /// down what stands below it.
    fn strip(&self, form: &Form, flow: &Flow) -> Strip {
        let top = flow.frame.top;
        let mut strip = Strip::default();
        let mut put = |panel: &Option<Panel>, y: f32| {
            let Some(panel) = panel else { return y };
            strip.lines.extend(panel.place(y - top));
            y + panel.height()
        };
        let height = |panel: &Option<Panel>| panel.as_ref().map_or(0.0, Panel::height);
        let sender = put(&self.sender, form.top);
        let back = match height(&self.return_line) {
            0.0 => 0.0,
            height => height + BELOW_RETURN,
        };
        let above = if form.sender > flow.frame.left { 0.0 } else { sender + GAP };
        let address = form.address.place(height(&self.recipient)).max(above + back);
        put(&self.return_line, address - back);
        let recipient = put(&self.recipient, address);
        let beside =
            form.information.map_or(sender, |y| put(&self.information, y.max(sender + GAP)));
        strip.height = form.text.max(recipient + GAP).max(beside + GAP) - top;
        let mark = |(y, width): &(f32, f32)| Rule {
            x: MARKS,
            y: y - top,
            width: *width,
            height: THIN,
            ink: Ink::Hairline,
        };
        strip.rules = form.marks.iter().map(mark).collect();
        strip
    }
}

/// Date and references.
fn information(
    head: &Letterhead,
    kind: Type,
    place: (Column, NodeId),
    shaper: &mut Shaper,
    flow: &mut Flow,
) -> Option<Panel> {
    let reference = |(name, value): &(String, String)| {
        Text::default().and(format!("{name}: "), Emphasis::Quiet).and(value, Emphasis::None)
    };
    let references = head.references.iter().filter(|(_, value)| !value.trim().is_empty());
    let texts = std::iter::once(Text::plain(&head.date)).chain(references.map(reference));
    Panel::of(texts.map(|words| (words, kind)).collect(), place, shaper, flow)
}

/// The sender's name and postal address on a line or two: without telephone numbers, which have at
/// least seven digits, and e-mail addresses. None if it takes more lines, which nobody could read
/// through the window. It says again what the sender's lines say.
fn return_line(
    head: &Letterhead,
    sender: &Panel,
    column: Column,
    shaper: &mut Shaper,
) -> Option<Panel> {
    let is_postal = |line: &&str| {
        let digits = line.chars().filter(char::is_ascii_digit).count();
        !line.is_empty() && !line.contains('@') && digits < 7
    };
    let lines: Vec<&str> = head.sender.iter().map(|line| line.trim()).filter(is_postal).collect();
    let words = lines.join(" · ");
    if words.is_empty() {
        return None;
    }
    let panel = Panel::unread(&words, RETURN, column, shaper);
    let panel = if panel.is_rtl() && !sender.is_rtl() {
        // A name from the right does not turn an address from the left around.
        Panel::unread(&format!("\u{200E}{words}"), RETURN, column, shaper)
    } else {
        panel
    };
    (panel.lines.len() <= 2).then_some(panel)
}
