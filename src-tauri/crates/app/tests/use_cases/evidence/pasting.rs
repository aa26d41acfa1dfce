//! What is pasted is an original of its own.

use holdfast_app::wire::{ErrorCode, EvidenceAdding, Pasted};

use super::evidence_of;
use crate::support::Home;

/// A picture of one point, as the clipboard gives it, in base 64.
const PICTURE: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn pasted(text: Option<&str>, bytes: Option<&str>) -> Pasted {
    Pasted { name: "Pasted".into(), text: text.map(str::to_owned), bytes: bytes.map(str::to_owned) }
}

#[test]
fn text_and_pictures_are_kept_as_they_were_pasted() {
    let words = "Agent: You’ll have it by Friday.\r\n\tMe: thank you. 谢谢\n";
    for (what, begins, media_type) in [
        (pasted(Some(words), None), words.as_bytes(), "text/plain"),
        (pasted(None, Some(PICTURE)), b"\x89PNG\r\n\x1a\n".as_slice(), "image/png"),
    ] {
        let (home, dispute) = Home::with_dispute();
        let done = home.app.add_pasted(&EvidenceAdding::to(&dispute), &what).expect("accepted");
        let kept = &evidence_of(&home, &dispute)[0];
        assert_eq!((kept.name.as_str(), kept.media_type.as_str()), ("Pasted", media_type));
        let mut back = Vec::new();
        home.app.write_attachment(&kept.id, &mut back).expect("given back");
        assert!(back.starts_with(begins), "byte for byte: {media_type}");
        assert_eq!(back.len(), kept.size as usize, "{media_type}");
        home.app.undo(&done.done.action.expect("an action")).expect("undone");
        assert_eq!(evidence_of(&home, &dispute), []);
    }
}

#[test]
fn what_cannot_be_pasted_is_said() {
    let (home, dispute) = Home::with_dispute();
    let large = "x".repeat(32_000_001);
    // Four letters for three bytes.
    let coded = "AAAA".repeat(32_000_001 / 3 + 1);
    for (what, form, code) in [
        ("nothing", pasted(None, None), ErrorCode::FileEmpty),
        ("no text", pasted(Some(""), None), ErrorCode::FileEmpty),
        ("no base 64", pasted(None, Some("not *base* 64")), ErrorCode::Refused),
        ("cut base 64", pasted(None, Some(&PICTURE[..9])), ErrorCode::Refused),
        ("a long text", pasted(Some(&large), None), ErrorCode::FileTooLarge),
        ("a large picture", pasted(None, Some(&coded)), ErrorCode::FileTooLarge),
    ] {
        let refused = home.app.add_pasted(&EvidenceAdding::to(&dispute), &form).expect_err(what);
        assert_eq!(refused.code, code, "{what}");
        if code == ErrorCode::Refused {
            assert_eq!(refused.problems[0].code, "not_base64", "{what}");
        }
    }
    assert_eq!(evidence_of(&home, &dispute), [], "nothing of it is kept");
}
