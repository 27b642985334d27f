package org.nowrongdoor.support;

import static org.nowrongdoor.support.Json.json;

import java.util.Arrays;

/** The invented services of the five calls; every number is a 555-01xx one. */
public final class ScenarioServices {

    private ScenarioServices() {}

    public static void store() {
        shelters();
        SearchForTests.put("FX-C drop-in", """
                "kind": "service", "location_policy": "public", %s, %s, %s,
                "phones": [{"number": "612-555-0103", "type": "voice"}],
                "eligibility": {"attribute": "age", "min": 18, "as_stated": "18+"},
                "facts": {"sex_worker_led": {"value": "yes"}, "law_enforcement_relationship": {"value": "none"}}""".formatted(
                        areas("MN/minneapolis"),
                        needs("substance.naloxone", "hr.supplies", "basic.hygiene", "hr.know_rights", "hr.bad_date"),
                        site("FX-C site", 44.9635, -93.2682)));
        SearchForTests.put(
                "FX-D case management", """
                "kind": "service", "location_policy": "public", %s, %s,
                "phones": [{"number": "612-555-0104", "type": "voice"}],
                "eligibility": {"attribute": "survivor_of", "in": ["sex_trafficking", "labor_trafficking", "csec"],
                    "reason": "funding", "as_stated": "trafficking survivors only"},
                "facts": {"trafficking_survivors_only": {"value": "yes"}, "requires_identifying_as_victim": {"value": "no"},
                    "law_enforcement_relationship": {"value": "task_force_or_mou"}},
                "disclosures": [{"code": "law_enforcement", "text": "A member of a task force with police."}]""".formatted(areas("27053", "27123"), needs("case.case_management")));
        SearchForTests.put("FX-F legal clinic", """
                "kind": "service", "location_policy": "public", %s, %s,
                "phones": [{"number": "715-555-0106", "type": "voice"}],
                "languages": [{"name": "Spanish", "code": "es", "mode": "staff"}],
                "eligibility": {"all_of": [
                    {"any_of": [{"attribute": "residence", "in": ["55073", "55085"], "as_stated": "33 northern counties"},
                        {"attribute": "crime_victim", "is": true, "as_stated": "or a victim of a crime"}]},
                    {"attribute": "income_percent_fpl", "max": 125, "as_stated": "income to 125 %%"},
                    {"any_of": [{"attribute": "immigration_status", "in": ["citizen", "permanent_resident"],
                            "as_stated": "citizens and permanent residents"},
                        {"attribute": "survivor_of", "in": ["domestic_violence", "sexual_assault", "sex_trafficking",
                            "labor_trafficking"], "as_stated": "or survivors"}]}]}""".formatted(areas("WI"), needs("legal.representation")));
        SearchForTests.put("FX-G navigator", """
                "kind": "navigator", "location_policy": "public", %s, %s,
                "phones": [{"number": "612-555-0107", "type": "voice"}, {"number": "612-555-0117", "type": "text"}],
                "eligibility": {"attribute": "age", "max": 24, "as_stated": "24 and under"},
                "disclosures": [{"code": "mandated_reporter", "text": "Staff must report some harm to children."}]""".formatted(
                areas("27053", "27139", "27019", "27123"), needs("case.case_management", "case.safe_harbor_nav")));
        SearchForTests.put("FX-H workshop", """
                "kind": "buyer_programme", "location_policy": "public", %s, %s""".formatted(
                        areas("MN/saint-paul"), needs("case.case_management", "res.prevention.demand")));
        SearchForTests.put(
                "FX-I tip line", """
                "kind": "report_line", "location_policy": "public", %s, %s,
                "phones": [{"number": "800-555-0109", "type": "voice"}],
                "facts": {"law_enforcement_relationship": {"value": "is_law_enforcement"}}""".formatted(areas("us"), needs("hotline.report", "case.case_management")));
        SearchForTests.awaitIndexed();
    }

    private static void shelters() {
        SearchForTests.put("FX-A shelter", """
                "kind": "service", "location_policy": "confidential", %s, %s,
                "phones": [{"number": "612-555-0101", "type": "voice"}],
                "eligibility": {"attribute": "age", "min": 18, "as_stated": "18 and older"},
                "facts": {"trans_inclusive": {"value": "by_identity"}, "accepts_currently_trading_sex": {"value": "yes"},
                    "sobriety_required": {"value": "no"}, "religious_participation_required": {"value": "no"},
                    "police_report_required": {"value": "no"}}""".formatted(areas("27053"), needs("shelter.emergency")));
        SearchForTests.put("FX-B safe house", """
                "kind": "service", "location_policy": "confidential", %s, %s,
                "phones": [{"number": "651-555-0102", "type": "voice"}],
                "eligibility": {"all_of": [
                    {"attribute": "gender", "in": ["woman"], "as_stated": "women"},
                    {"attribute": "age", "min": 18, "max": 35, "as_stated": "18-35"},
                    {"attribute": "sober_days", "min": 30, "as_stated": "30 days sober"},
                    {"attribute": "oud_medication", "is": false, "as_stated": "not on methadone or buprenorphine"},
                    {"attribute": "children_in_custody", "is": false, "as_stated": "no custody of children"},
                    {"attribute": "trading_sex", "not_in": ["current"], "as_stated": "has left the life"}]},
                "facts": {"exit_required": {"value": "yes"}, "religious_participation_required": {"value": "yes"},
                    "sobriety_required": {"value": "yes"}}""".formatted(areas("MN"), needs("shelter.emergency")));
        SearchForTests.put("FX-E family shelter", """
                "kind": "service", "location_policy": "confidential", %s, %s,
                "phones": [{"number": "608-555-0105", "type": "voice"}],
                "eligibility": {"all_of": [
                    {"every_child": {"any_of": [
                        {"attribute": "gender", "not_in": ["man"], "as_stated": "boys to 12 only"},
                        {"attribute": "age", "max": 12, "as_stated": "boys to 12 only"}]}},
                    {"attribute": "pets", "not_in": ["dog", "cat", "other"], "as_stated": "no pets"}]}""".formatted(areas("55025"), needs("shelter.emergency")));
    }

    public static String areas(String... ids) {
        return json(
                "'service_areas': [%s]",
                String.join(", ", Arrays.stream(ids).map(ScenarioServices::area).toList()));
    }

    private static String area(String id) {
        return json("{'name': 'Area %s', 'extent': '%s', 'extent_type': 'text'}", id, id);
    }

    public static String needs(String... codes) {
        return json(
                "'attributes': [%s]",
                String.join(
                        ", ",
                        Arrays.stream(codes)
                                .map(c -> "{\"link_type\": \"service_type\", \"taxonomy_term\": {\"code\": \"" + c
                                        + "\"}}")
                                .toList()));
    }

    public static String site(String name, double latitude, double longitude) {
        return """
                "service_at_locations": [{"location": {"id": "%s", "location_type": "physical", "name": "%s",
                    "latitude": %s, "longitude": %s}}]""".formatted(SearchForTests.id(name), name, latitude, longitude);
    }
}
