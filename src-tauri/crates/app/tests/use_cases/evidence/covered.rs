//! Parts of exhibits that are covered: facts with an undo, and black in every dossier.

use holdfast_app::wire::{ErrorCode, Part};

use super::exhibits::{Dossier, at, jpeg, pdf};
use crate::support::{Home, attach};

fn part(page: u32, [left, top, right, bottom]: [u32; 4]) -> Part {
    Part { page, left, top, right, bottom }
}

#[test]
fn parts_are_covered_and_uncovered_one_by_one() {
    let (home, dispute) = Home::with_dispute();
    let id = attach(&home, &dispute, "photo.jpg", &jpeg(1), Vec::new());
    let covered = || home.app.attachment(&id).expect("shown").covered;
    let done = home.app.cover(&id, &part(1, [0, 0, 500, 500])).expect("accepted");
    home.app.cover(&id, &part(1, [500, 500, 1_000, 1_000])).expect("accepted");
    assert_eq!(covered().len(), 2);
    home.app.undo_last().expect("undone");
    assert_eq!(covered().len(), 1, "each is one action");
    home.app.uncover(&id, &covered()[0].id).expect("accepted");
    assert_eq!(covered(), []);
    home.app.undo_last().expect("undone");
    assert_eq!(covered()[0].part, part(1, [0, 0, 500, 500]), "as it was");
    let twice = home.app.uncover(&id, &dispute).expect_err("that is no part");
    assert_eq!(twice.code, ErrorCode::NotFound);
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(covered(), []);
    for edges in [[0, 0, 0, 10], [10, 10, 5, 20], [0, 0, 1_001, 10], [0, 0, 70_000, 10]] {
        let refused = home.app.cover(&id, &part(1, edges)).expect_err("that is no part");
        assert_eq!(refused.code, ErrorCode::Refused, "{edges:?}");
    }
    assert!(home.app.cover(&id, &part(0, [0, 0, 10, 10])).is_err(), "pages count from one");
}

#[test]
fn a_covered_picture_is_black_there_and_its_original_does_not_go_along() {
    let (home, dispute) = Home::with_dispute();
    let file = jpeg(6);
    let id = attach(&home, &dispute, "photo.jpg", &file, Vec::new());
    home.app.cover(&id, &part(1, [0, 0, 1_000, 500])).expect("accepted");
    let dossier = Dossier::of(&home, &dispute);
    let scan = file.windows(2).position(|it| it == [0xFF, 0xDA]).expect("a JPEG has pixels");
    assert!(!dossier.has(&file[scan..]), "the original's pixels are not in the file");
    assert!(!dossier.has(b"taken at home by Ida"), "nor what it says of itself");
    let said: String = (1..=dossier.pages).map(|page| dossier.words(page)).collect();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Parts of it are covered; the original is kept"), "{said}");
    let drawn = dossier.drawn(dossier.pages);
    // Turned to stand upright it is 160 pixels wide and 240 high, each a point and a half.
    let column: Vec<[u8; 3]> = (90..drawn.height - 90).map(|y| at(&drawn, 190, y)).collect();
    let is_black = |colour: &&[u8; 3]| colour.iter().all(|part| *part < 12);
    let black = column.iter().filter(is_black).count();
    assert!((170..=190).contains(&black), "the upper half of 360 points is black: {black}");
    let blue = column.iter().filter(|colour| colour[2] > 150 && colour[0] < 100).count();
    assert!((170..=190).contains(&blue), "the lower half is to be seen: {blue}");
    home.app.undo_last().expect("undone");
    let again = Dossier::of(&home, &dispute);
    assert!(again.has(&file), "uncovered, it goes along again");
}

#[test]
fn covered_words_of_a_page_are_neither_drawn_nor_found() {
    let (home, dispute) = Home::with_dispute();
    let file = pdf(&[&["Account 99887766", "Refund agreed"], &["Account 11223344"]]);
    let id = attach(&home, &dispute, "terms.pdf", &file, Vec::new());
    let open = Dossier::of(&home, &dispute);
    let first = open.pages - 1;
    assert!(open.words(first).contains("99887766"), "the case is one: {}", open.words(first));
    // The first line stands 700 of 800 points above the lower edge.
    home.app.cover(&id, &part(1, [350, 60, 1_000, 140])).expect("accepted");
    let dossier = Dossier::of(&home, &dispute);
    let all: String = (1..=dossier.pages).map(|page| dossier.words(page)).collect();
    assert!(!all.contains("99887766"), "the covered word is gone: {all}");
    for kept in ["Account", "Refund agreed", "11223344"] {
        assert!(all.contains(kept), "{kept} is not covered: {all}");
    }
    assert!(!dossier.has(b"99887766") && !dossier.has(&file), "the original does not go along");
    let [drawn, before] = [&dossier, &open].map(|it| it.drawn(first));
    let black = |drawn: &holdfast_typeset::preview::Drawn| {
        drawn.rgba.chunks(4).filter(|it| it[..3].iter().all(|part| *part < 12)).count()
    };
    assert!(black(&drawn) > black(&before) + 5_000, "a black box is burnt in");
}
