//! E-mails of the year 2000 in the encodings of that time.

use super::{Case, check};

const CASES: &[Case] = &[
    ("000", "2000-05-17T19:35:05-04:00; 0 words; redball.png (png, 1453 bytes); no_text"),
    ("001", "2000-05-17T19:18:39-04:00; 119 words"),
    ("002", "2000-05-19T00:31:00-04:00; 119 words"),
    ("003", "2000-05-19T00:29:55-04:00; 119 words"),
    ("004", "2000-05-19T01:13:19-04:00; 139 words"),
    ("005", "2000-05-17T19:20:24-04:00; 119 words"),
    (
        "006",
        "2000-05-17T19:36:13-04:00; 0 words; blueball.png (png, 1325 bytes); redball.png (png, 1453 bytes); no_text",
    ),
    ("007", "2000-05-17T19:15:35-04:00; 119 words"),
    (
        "008",
        "2000-05-17T19:32:47-04:00; 139 words; blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes); redball.png (png, 1453 bytes)",
    ),
    ("009", "2000-05-19T01:06:18-04:00; 119 words"),
    ("010", "2000-05-19T01:10:27-04:00; 119 words"),
    ("011", "2000-05-19T00:17:39-04:00; 119 words"),
    ("012", "2000-05-17T19:30:20-04:00; 119 words"),
    ("013", "2000-05-17T19:13:51-04:00; 119 words"),
    ("014", "2000-05-17T19:38:28-04:00; 139 words"),
    (
        "015",
        "2000-05-19T00:36:58-04:00; 120 words; 2aa3ed95.png (png, 1325 bytes); 2aa3edd1.png (png, 1453 bytes); blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes)",
    ),
    (
        "016",
        "2000-05-19T00:53:25-04:00; 119 words; blueball.png (txt, 1929 bytes); HasenundFr�sche.txt (txt, 1131 bytes)",
    ),
    (
        "017",
        "2000-05-19T00:50:08-04:00; 139 words; greenball.png (txt, 1854 bytes); blueball.png (txt, 1892 bytes)",
    ),
    (
        "018",
        "2000-05-19T00:33:01-04:00; 121 words; blueball.png (png, 1325 bytes); redball.png (png, 1453 bytes)",
    ),
    (
        "019",
        "2000-05-17T19:42:10-04:00; 139 words; greenball.png (png, 1298 bytes); redball.png (png, 1453 bytes)",
    ),
    ("020", "2000-05-17T19:08:29-04:00; 119 words"),
    (
        "021",
        "2000-05-17T19:47:24-04:00; 139 words; blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes); redball.png (png, 1453 bytes)",
    ),
    ("022", "2000-05-17T19:11:50-04:00; 119 words"),
    (
        "023",
        "2000-05-19T00:56:13-04:00; 119 words; blueball.png (png, 1325 bytes); farmerandstork.txt (txt, 804 bytes); HasenundFr�sche.txt (txt, 747 bytes)",
    ),
    (
        "024",
        "2000-05-19T00:37:39-04:00; 121 words; 2aa48eb6.png (png, 1325 bytes); 2aa48ec0.png (png, 1453 bytes)",
    ),
    (
        "025",
        "2000-05-19T00:38:13-04:00; 121 words; 2aa51367.png (png, 1325 bytes); 2aa51371.png (png, 1453 bytes); blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes)",
    ),
    (
        "026",
        "2000-05-19T00:59:31-04:00; 119 words; HasenundFr�sche.txt (txt, 1088 bytes); farmerandstork.txt (txt, 804 bytes)",
    ),
    ("027", "2000-05-17T19:10:31-04:00; 119 words"),
    (
        "028",
        "2000-05-17T19:44:45-04:00; 139 words; blueball.png (png, 1325 bytes); redball.png (png, 1453 bytes)",
    ),
    ("029", "2000-05-17T23:26:16-04:00; 139 words"),
    (
        "030",
        "2000-05-17T23:28:27-04:00; 139 words; blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes); hareandtoroise.txt (txt, 762 bytes)",
    ),
    (
        "031",
        "2000-05-19T09:55:48-04:00; 8 words; redball.png (png, 1453 bytes); blueball.png (png, 1325 bytes)",
    ),
    (
        "032",
        "2000-05-17T23:08:29-04:00; 119 words; greenball.png (png, 1298 bytes); blueball.png (png, 1325 bytes)",
    ),
    ("033", "2000-05-17T23:30:41-04:00; 119 words"),
    ("034", "2000-05-17T23:33:43-04:00; 117 words"),
    (
        "035",
        "2000-05-17T23:13:09-04:00; 122 words; C:TEMPnsmailEG.png (png, 1325 bytes); C:TEMPnsmail39.png (png, 1453 bytes); redball.png (png, 1453 bytes); greenball.png (png, 1298 bytes)",
    ),
    ("036", "2000-05-19T10:18:03-04:00; 119 words"),
    ("037", "2000-05-17T23:42:31-04:00; 0 words; blueball.png (png, 1325 bytes); no_text"),
    ("038", "2000-05-17T23:24:11-04:00; 139 words"),
    (
        "039",
        "2000-05-17T23:18:27-04:00; 123 words; C:TEMPnsmailV0.png (png, 1325 bytes); C:TEMPnsmailNM.png (png, 1453 bytes); greenball.png (png, 1298 bytes); blueball.png (png, 1325 bytes)",
    ),
    ("040", "2000-05-17T23:41:07-04:00; 119 words"),
    ("041", "2000-05-19T10:23:16-04:00; 0 words; redball.png (png, 1453 bytes); no_text"),
    ("042", "2000-05-17T23:50:04-04:00; 139 words; farmerandstork.txt (txt, 804 bytes)"),
    ("043", "2000-05-17T22:47:43-04:00; 119 words"),
    (
        "044",
        "2000-05-17T23:06:04-04:00; 119 words; redball.png (png, 1453 bytes); greenball.png (png, 1298 bytes); blueball.png (png, 1325 bytes)",
    ),
    ("045", "2000-05-19T10:26:12-04:00; 0 words; HasenundFrösche.txt (txt, 755 bytes); no_text"),
    ("046", "2000-05-17T22:31:57-04:00; 119 words"),
    ("047", "2000-05-17T23:47:08-04:00; 139 words; HasenundFrösche.txt (txt, 747 bytes)"),
    (
        "048",
        "2000-05-17T23:44:12-04:00; 139 words; redball.png (txt, 2067 bytes); greenball.png (txt, 1849 bytes); blueball.png (txt, 1887 bytes)",
    ),
    ("049", "2000-05-17T19:58:13-04:00; 288 words"),
    (
        "050",
        "2000-05-19T00:39:36-04:00; 121 words; 2aa658b6.png (png, 1325 bytes); 2aa658c0.png (png, 1453 bytes)",
    ),
    (
        "051",
        "2000-05-19T00:39:05-04:00; 120 words; 2aa5e03a.png (png, 1325 bytes); 2aa5e044.png (png, 1453 bytes); blueball.png (png, 1325 bytes); greenball.png (png, 1298 bytes)",
    ),
    ("052", "2000-05-17T19:28:40-04:00; 119 words"),
    ("053", "2000-05-17T19:27:04-04:00; 119 words"),
];

#[test]
fn old_e_mails_are_read_as_another_reader_does() {
    check("stalwart-legacy", CASES);
}
