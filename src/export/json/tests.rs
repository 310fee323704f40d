//! The report as other programs read it.

use super::*;
use crate::engine::Options;
use crate::export::fixture;

fn written(text: &str, analysed: &Report) -> serde_json::Value {
    let mut out = Vec::new();
    report(&mut out, "a-1", text, analysed).unwrap();
    assert_eq!(
        out.iter().position(|byte| *byte == b'\n'),
        Some(out.len() - 1)
    );
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn a_report_has_every_field_in_the_order_of_the_contract() {
    let mut out = Vec::new();
    report(&mut out, 7, fixture::CHINESE, &fixture::chinese()).unwrap();
    let expected = concat!(
        r#"{"v":1,"id":7,"lang":"zh","marked":true,"reason":null,"words":35,"#,
        r#""speaking_seconds":14,"turn":null,"beats":["setback"],"missing":[],"early":[],"length":"short","#,
        r#""sentences":[{"start":0,"end":90,"role":"setback"}],"#,
        r#""findings":[{"tip":"we","kind":"solo-blame","polarity":"problem","#,
        r#""start":33,"end":51,"quote":"我没有意识到","instead":["我们没有意识到..."],"safe":false}],"#,
        r#""verdicts":{"learned":"kept","misjudged":"look","framing":"look","we":"look","#,
        r#""correction":"work","brief":"unseen","defend":"unseen","words":"look"},"#,
        r#""next":"no-measure","remarks":[],"#,
        r#""offers":[{"tip":"we","kind":"solo-blame","start":33,"end":51,"quote":"我没有意识到","#,
        r#""say":["我们没有意识到..."],"from":33,"to":36,"with":["我们","我们团队"],"safe":false}]}"#,
    );
    assert_eq!(String::from_utf8(out).unwrap().trim_end(), expected);
}

#[test]
fn findings_carry_the_facts_of_their_kind() {
    let json = written(fixture::ENGLISH, &fixture::english());
    let turn = fixture::ENGLISH.find("We learned").unwrap();
    assert_eq!(json["turn"], serde_json::json!({"at": turn, "share": 0.43}));
    assert_eq!(json["missing"][0]["beat"], "measure");
    assert_eq!(json["missing"][0]["at"], fixture::ENGLISH.len());
    for finding in json["findings"].as_array().unwrap() {
        let at = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
        assert_eq!(finding["quote"], fixture::ENGLISH[at("start")..at("end")]);
        assert_eq!(
            finding["intense"].is_boolean(),
            finding["kind"] == "heavy-word"
        );
        assert_eq!(
            finding["lemma"].is_string(),
            finding["kind"] == "growth-word"
        );
    }
    assert_eq!(
        json["findings"][0]["instead"],
        serde_json::json!(["setback", "difficult outcome"])
    );
    assert_eq!(
        json["findings"][1]["instead"],
        serde_json::json!(["we didn't realise"])
    );
}

#[test]
fn an_answer_without_marks_has_no_verdicts() {
    let unmarked = Report {
        reason: Some(Reason::TooShort),
        verdicts: None,
        next: None,
        ..fixture::english()
    };
    let json = written(fixture::ENGLISH, &unmarked);
    assert_eq!(json["marked"], false);
    assert_eq!(json["reason"], "too-short");
    assert_eq!(json["verdicts"], serde_json::json!({}));
    assert!(json["next"].is_null());
}

#[test]
fn strings_come_back_as_they_were_and_hold_nothing_that_acts() {
    let text = "失败 \u{1b}[31m\u{7f}\u{9b}\u{202e}\u{feff}\u{e0041} 👨‍👩‍👧 \"q\"";
    let mut out = Vec::new();
    line(&mut out, text).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert!(written.contains("失败") && written.contains("👨‍👩‍👧"));
    assert!(
        written
            .trim_end()
            .chars()
            .all(|c| is_harmless(c) || c == '\u{200d}')
    );
    assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
}

#[test]
fn remarks_and_other_words_are_told_with_their_places() {
    let text = "Last year we opened the kiosk. We assumed that mornings would be slow, and we nearly lost \
        our licence. I failed to notice the queue on the road. We learned a lot \
        about good planning. Since then we count the passers-by for a week before we open anywhere.";
    let analysed = content::engine().analyse(text, Options::default());
    let json = written(text, &analysed);
    let near = &json["remarks"][0];
    assert_eq!(
        (&near["id"], &near["tip"]),
        (&"near-miss".into(), &"misjudged".into())
    );
    assert_eq!(
        (&near["good"], &near["quote"]),
        (&true.into(), &"nearly lost".into())
    );
    let offers = json["offers"].as_array().unwrap();
    assert!(!offers.is_empty(), "{json}");
    for offer in offers {
        let at = |key: &str| usize::try_from(offer[key].as_u64().unwrap()).unwrap();
        assert_eq!(offer["quote"], text[at("start")..at("end")]);
        assert!(at("from") <= at("to") && at("to") <= text.len());
        let ways = |key: &str| offer[key].as_array().unwrap().len();
        assert!(ways("say") > 0 && ways("with") > 0, "{offer}");
    }
    let asked = Asked {
        tips: Chosen::of(&[Tip::Brief]),
        ..Asked::default()
    };
    let mut out = Vec::new();
    super::asked(&mut out, 1, text, &analysed, asked).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(
        (&json["remarks"], &json["offers"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
}
