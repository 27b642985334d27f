package org.nowrongdoor.referral;

/** Examples for the description of the API. */
public final class ReferralExamples {

    static final String PREVIEW = """
            {"service_id": "3d0146da-92ce-5756-b0d6-801e81ee07fd", "needs": ["shelter.emergency"],
             "client": {"age": 29, "gender": "woman"}}""";

    static final String NEW = """
            {"service_id": "3d0146da-92ce-5756-b0d6-801e81ee07fd", "needs": ["shelter.emergency"], "priority": "urgent",
             "client": {"age": 29}, "acknowledged": [],
             "person": {"alias": "Sam", "contact": [{"channel": "phone", "value": "612-555-0188",
               "safe_to": {"call": true, "text": false, "voicemail": false}, "hours": "before noon", "code_word": "library"}]},
             "consent": {"given_by": "client", "method": "verbal", "to": "PAVSA", "purpose": "an advocate"}}""";

    static final String SENT = """
            {"id": "5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10", "status": "requested",
             "client_code": "river-candle-orbit-maple-seven-kite", "expires_at": "2026-08-01T16:00:00Z",
             "answer_url": "https://directory.example.org/answer/q0kT…"}""";

    static final String REFERRAL = """
            {"id": "5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10", "service_id": "3d0146da-92ce-5756-b0d6-801e81ee07fd",
             "status": "on-hold", "priority": "urgent", "needs": ["shelter.emergency"], "acknowledged": ["mandated_reporter"],
             "overridden": false, "introduction": false, "business_status": "waitlisted", "reason": "no-capacity",
             "created_at": "2026-08-01T12:00:00Z", "updated_at": "2026-08-01T13:10:00Z", "respond_by": "2026-08-01T16:00:00Z",
             "moves": ["in-progress", "completed", "failed"]}""";

    static final String PAGE = """
            {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true,
             "empty": false, "contents": [""" + REFERRAL + "]}";

    static final String EVENTS = """
            {"events": [{"no": 1, "at": "2026-08-01T12:00:00Z", "kind": "moved", "by": "sender", "to": "requested"},
             {"no": 2, "at": "2026-08-01T13:10:00Z", "kind": "moved", "by": "link", "from": "requested", "to": "rejected",
              "reason": "no-capacity"}]}""";

    static final String TRANSITION = """
            {"to": "on-hold", "reason": {"code": "no-capacity"}, "business_status": "waitlisted"}""";

    static final String STATUS = """
            {"client_code": "river-candle-orbit-maple-seven-kite"}""";

    public static final String ANSWER = """
            {"decision": "decline", "reason": "no-capacity"}""";

    static final String STANDING = """
            {"status": "accepted", "updated_at": "2026-08-01T13:10:00Z"}""";

    public static final String REQUEST = """
            {"status": "requested", "open": true, "introduction": false, "service": "Shelter A", "needs": ["Emergency shelter"],
             "priority": "urgent", "respond_by": "2026-08-01T16:00:00Z"}""";

    public static final String OUTCOMES = """
            {"until": "2026-08-01T00:00:00Z", "outcomes": [{"status": "completed", "why": "served", "count": 14},
             {"status": "rejected", "why": "no-capacity", "count": 23}], "total": 37}""";

    private ReferralExamples() {}
}
