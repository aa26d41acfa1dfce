//! Times of day as people type them.

use holdfast_domain::typed;

#[test]
fn times_are_understood_as_people_write_them() {
    let cases = [
        ("14:30", "14:30"),
        ("9:05", "09:05"),
        ("14.30", "14:30"),
        ("14h30", "14:30"),
        ("14h", "14:00"),
        ("1430", "14:30"),
        ("9", "09:00"),
        ("2pm", "14:00"),
        ("2 PM", "14:00"),
        ("2:30 pm", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("11 a.m.", "11:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("12:30 am", "00:30"),
        ("9a", "09:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
        ("١٤:٣٠", "14:30"),
        ("", "empty"),
        (" ", "empty"),
        ("later", "not_a_time"),
        ("2:3", "not_a_time"),
        ("14:300", "not_a_time"),
        ("14:30:00", "not_a_time"),
        ("pm", "not_a_time"),
        ("2:30 om", "not_a_time"),
        ("-2:30", "not_a_time"),
        ("123", "not_a_time"),
        ("24:00", "no_such_time"),
        ("25:00", "no_such_time"),
        ("12:60", "no_such_time"),
        ("13pm", "no_such_time"),
        ("0am", "no_such_time"),
        ("99", "no_such_time"),
    ];
    for (text, expected) in cases {
        let found = match typed::time(text) {
            Ok(time) => time.format("%H:%M").to_string(),
            Err(error) => error.code().to_owned(),
        };
        assert_eq!(found, expected, "{text:?}");
    }
}
