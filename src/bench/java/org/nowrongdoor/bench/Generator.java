package org.nowrongdoor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Invented services in real places: three to an organisation, spread as people are, with needs, rules, facts, hours.
 *  The same number always makes the same file. Telephone numbers are of the range kept for fiction. */
public final class Generator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WHO = List.of(
            "Harbor", "Bridge", "Juniper", "Cedar", "Northside", "Open", "River", "Lantern", "Sunrise", "Prairie");
    private static final List<String> WHAT = List.of(
            "House", "Collective", "Alliance", "Center", "Project", "Network", "Clinic", "Circle", "Outreach", "Union");
    private static final List<String> SENTENCES = List.of(
            "Staff answer every day and call back within the hour.",
            "Help with food, clothing and a place to rest.",
            "Advocates go along to court and to appointments.",
            "Nobody has to give a name.",
            "Groups meet twice a week and are open to newcomers.",
            "Ayuda en español con personal propio.",
            "Case managers help with housing forms and benefits.",
            "Safer supplies are handed out without questions.");
    private static final List<String> YES_NO_FACTS = List.of(
            "sobriety_required", "id_required", "religious_participation_required", "police_report_required",
            "anonymous_ok", "peer_led", "sex_worker_led", "survivor_led", "harm_reduction", "pets_allowed");
    private static final List<String> POLICE =
            List.of("none", "on_client_request_only", "certification_only", "task_force_or_mou");

    private final Random random;
    private final List<BenchPlace> places;
    private final List<String> needs;

    private Generator(long seed) {
        random = new Random(seed);
        places = BenchPlace.all();
        needs = BenchTerms.codes();
    }

    /** Writes so many services, one to a line, unless the file is there. */
    public static Path write(Path folder, int count) throws IOException {
        var file = folder.resolve("services-" + count + ".ndjson");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        var unfinished = folder.resolve(file.getFileName() + ".part");
        var generator = new Generator(count);
        try (var out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            for (var i = 0; i < count; i++) {
                out.write(JSON.writeValueAsString(generator.service(i)));
                out.write('\n');
            }
        }
        return Files.move(unfinished, file);
    }

    /** Writes services that all have a public site, every other one in a town that the gazetteer does not know.
     *  @param first the number of the first one; other numbers are other services */
    public static Path writeWithSites(Path folder, int first, int count) throws IOException {
        var file = Files.createDirectories(folder).resolve("sites-" + first + "-" + count + ".ndjson");
        var generator = new Generator(first + count);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (var i = first; i < first + count; i++) {
                out.write(JSON.writeValueAsString(generator.serviceWithSite(i)));
                out.write('\n');
            }
        }
        return file;
    }

    private ObjectNode serviceWithSite(int number) {
        var place = place();
        var service = service(number, place);
        var site = site(number, place);
        if (number % 2 == 0) {
            ((ObjectNode) site.path("addresses").path(0)).put("city", "Unlisted Corners " + number);
        }
        service.putArray("service_at_locations").addObject().set("location", site);
        return service.put("location_policy", "public");
    }

    private ObjectNode service(int number) {
        return service(number, place());
    }

    private ObjectNode service(int number, BenchPlace place) {
        var service = JSON.createObjectNode();
        var name = pick(WHO) + " " + pick(WHAT) + " " + number;
        service.put("id", id("service", number)).put("name", name).put("status", "active").put("kind", kind());
        service.put("description", pick(SENTENCES) + " " + pick(SENTENCES) + " " + pick(SENTENCES));
        service.put("url", "https://example.org/services/" + number);
        service.set("organization", organization(number / 3));
        service.putArray("phones").addObject().put("number", phone()).put("type", random.nextInt(4) == 0 ? "text" : "voice");
        languages(service.putArray("languages"));
        areas(service.putArray("service_areas"), place);
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            var attribute = service.withArray("attributes").addObject().put("link_type", "service_type");
            attribute.putObject("taxonomy_term").put("code", pick(needs));
        }
        if (random.nextInt(10) < 6) {
            service.putArray("schedules").add(hours());
        }
        facts(service.putObject("facts"));
        if (random.nextInt(10) < 7) {
            service.set("eligibility", rule(place));
        }
        if (random.nextBoolean()) {
            service.withArray("service_at_locations").addObject().set("location", site(number, place));
            service.put("location_policy", "public");
        } else {
            service.put("location_policy", "confidential");
        }
        return service;
    }

    /** One in fifty is a line, one in a hundred a navigator. */
    private String kind() {
        var dice = random.nextInt(100);
        return dice < 2 ? "hotline" : dice < 3 ? "navigator" : "service";
    }

    private static ObjectNode organization(int number) {
        var name = WHO.get(number % 10) + " " + WHAT.get(number / 10 % 10) + " of Help " + number;
        return JSON.createObjectNode()
                .put("id", id("organization", number))
                .put("name", name)
                .put("description", SENTENCES.get(number % SENTENCES.size()));
    }

    private ObjectNode site(int number, BenchPlace place) {
        var site = JSON.createObjectNode()
                .put("id", id("location", number))
                .put("location_type", "physical")
                .put("name", "Office " + number)
                .put("latitude", round(place.latitude() + random.nextGaussian() * 0.05))
                .put("longitude", round(place.longitude() + random.nextGaussian() * 0.05));
        site.putArray("addresses")
                .addObject()
                .put("address_1", (1 + random.nextInt(900)) + " Example Street")
                .put("city", place.name())
                .put("state_province", place.state())
                .put("postal_code", "00000")
                .put("country", "US")
                .put("address_type", "physical");
        return site;
    }

    private void areas(ArrayNode areas, BenchPlace place) {
        var dice = random.nextInt(100);
        var area = dice < 3 ? "us" : dice < 25 ? place.state() : dice < 75 ? place.county() : place.id();
        areas.addObject().put("name", area).put("extent", area).put("extent_type", "text");
    }

    private void languages(ArrayNode languages) {
        languages.addObject().put("name", "English").put("code", "en");
        if (random.nextInt(3) == 0) {
            languages.addObject().put("name", "Spanish").put("code", "es").put("mode", random.nextBoolean() ? "staff" : "interpreter");
        }
    }

    private ObjectNode hours() {
        var from = 7 + random.nextInt(4);
        return JSON.createObjectNode()
                .put("freq", "WEEKLY")
                .put("byday", random.nextBoolean() ? "MO,TU,WE,TH,FR" : "MO,TU,WE,TH,FR,SA,SU")
                .put("opens_at", "%02d:00".formatted(from))
                .put("closes_at", "%02d:30".formatted(from + 8));
    }

    private void facts(ObjectNode facts) {
        YES_NO_FACTS.forEach(code -> {
            if (random.nextInt(3) == 0) {
                fact(facts, code, random.nextBoolean() ? "yes" : "no");
            }
        });
        fact(facts, "fees", random.nextInt(3) == 0 ? "sliding" : "free");
        if (random.nextBoolean()) {
            fact(facts, "law_enforcement_relationship", pick(POLICE));
        }
    }

    private static void fact(ObjectNode facts, String code, String value) {
        facts.putObject(code).put("value", value).put("as_stated", "as generated");
    }

    private JsonNode rule(BenchPlace place) {
        var rule = JSON.createObjectNode();
        var all = rule.putArray("all_of");
        var youngest = 12 + random.nextInt(10);
        var age = leaf(all, "age").put("min", youngest);
        if (random.nextBoolean()) {
            age.put("max", youngest + 6 + random.nextInt(40));
        }
        if (random.nextInt(3) == 0) {
            leaf(all, "gender").putArray("in").add("woman").add("nonbinary");
        }
        if (random.nextInt(4) == 0) {
            leaf(all, "oud_medication").put("is", false);
        }
        if (random.nextInt(4) == 0) {
            leaf(all, "residence").putArray("in").add(place.state());
        }
        if (random.nextInt(3) == 0) {
            var any = all.addObject().putArray("any_of");
            leaf(any, "income_percent_fpl").put("max", 100 + 25 * random.nextInt(5));
            leaf(any, "survivor_of").putArray("in").add("sex_trafficking").add("domestic_violence");
        }
        return rule;
    }

    private static ObjectNode leaf(ArrayNode into, String attribute) {
        return into.addObject().put("attribute", attribute).put("strength", "hard").put("as_stated", "as generated");
    }

    /** Larger places more often, as there are more people to help. */
    private BenchPlace place() {
        return places.get((int) (Math.pow(random.nextDouble(), 2.5) * places.size()));
    }

    private String phone() {
        return "%d-555-01%02d".formatted(200 + random.nextInt(700), random.nextInt(100));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
