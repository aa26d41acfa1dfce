//! How much the page may say at once. Every argument has its own limit where it is understood; this
//! one is met before anything is made of the message.

use holdfast_app::wire::AppError;
use serde_json::Value;
use tauri::ipc::InvokeBody;

/// The largest message, in bytes: more than any form, letter or thread.
const LARGEST: usize = 8 << 20;

/// The largest picture that is pasted, in bytes of base 64, with room for its name.
const LARGEST_PASTED: usize = 44 << 20;

/// How deep lists and objects may lie in each other: deeper than any argument has them.
const DEEPEST: usize = 32;

/// Looks at a message before a command sees it.
///
/// # Errors
/// `Refused` where it is larger or deeper than what the window ever sends.
pub(crate) fn bounded(command: &str, body: &InvokeBody) -> Result<(), AppError> {
    let mut room = if command == "add_pasted" { LARGEST_PASTED } else { LARGEST };
    let fits = match body {
        InvokeBody::Json(value) => take(value, &mut room, DEEPEST),
        InvokeBody::Raw(bytes) => bytes.len() <= room,
    };
    if fits { Ok(()) } else { Err(AppError::message_too_long()) }
}

/// Takes what a value needs from the room that is left, and says whether it sufficed.
fn take(value: &Value, room: &mut usize, deeper: usize) -> bool {
    let own = match value {
        Value::String(text) => text.len(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::Array(_) | Value::Object(_) if deeper == 0 => return false,
        Value::Array(items) => {
            return spend(room, 1) && items.iter().all(|item| take(item, room, deeper - 1));
        }
        Value::Object(fields) => {
            let each = |(name, field): (&String, &Value), room: &mut usize| {
                spend(room, name.len()) && take(field, room, deeper - 1)
            };
            return spend(room, 1) && fields.iter().all(|field| each(field, room));
        }
    };
    // What a value costs beside its text, so that a million empty ones are seen too.
    spend(room, own + 8)
}

fn spend(room: &mut usize, bytes: usize) -> bool {
    let left = room.checked_sub(bytes);
    *room = left.unwrap_or(0);
    left.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> Value {
        (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]))
    }

    #[test]
    fn a_message_is_bounded_in_size_and_depth() {
        let text = |bytes: usize| serde_json::json!({ "text": "x".repeat(bytes) });
        let cases = [
            ("a form", "save_event", text(100_000), true),
            ("a text beyond all", "save_event", text(LARGEST), false),
            ("a picture that is pasted", "add_pasted", text(32_000_000 / 3 * 4), true),
            ("a film that is pasted", "add_pasted", text(LARGEST_PASTED), false),
            ("a million nothings", "save_event", Value::Array(vec![Value::Null; 1 << 21]), false),
            ("lists in lists", "save_event", nested(DEEPEST), true),
            ("lists without an end", "save_event", nested(DEEPEST + 1), false),
        ];
        for (what, command, body, fits) in cases {
            assert_eq!(bounded(command, &InvokeBody::Json(body)).is_ok(), fits, "{what}");
        }
        assert!(bounded("save_event", &InvokeBody::Raw(vec![0; LARGEST + 1])).is_err());
    }
}
