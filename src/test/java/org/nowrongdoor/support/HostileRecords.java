package org.nowrongdoor.support;

import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Services as an enemy of the directory would write them: each is a good one that one to three things were done to. */
public final class HostileRecords {

    /** Stands in the name of every record, so that all of them can be searched for. */
    public static final String WORD = "zqhostile";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    // Marks that join, turn around, hide or expand; letters outside the first plane; what no text may hold.
    private static final List<String> WILD = List.of(
            "\u202e\u2066",
            "\u200d\u200b\u00ad",
            "\ufeff",
            "\ufdfa",
            "\u0301".repeat(50),
            "\ud83d\udc68\u200d\ud83d\udc67",
            "\ud835\udd84",
            "\u0000",
            "\ud800",
            "\u001b[2J",
            "\u0085\u2028\u2029",
            "\u0130\u0131\u1e9e",
            "\ufb03",
            "\uffff",
            "\u0e33".repeat(30),
            "<script>alert(1)</script>",
            "{{7*7}}${jndi:ldap://x}",
            "'; drop table service; --",
            "=cmd|' /C calc'!A0",
            "%00%0d%0a",
            "../../etc/passwd",
            "\\",
            "\"",
            "\t\r\n\u000b\f");
    private static final List<String> DATES = List.of(
            "0000-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2023-02-29",
            "2024-02-29",
            "1582-10-10",
            "12/31/2024",
            "2024-W01-1",
            "");
    private static final List<String> URLS = List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "http://",
            "http://[::1]:99999/",
            "https://a@b@c/",
            "https://xn--a.example/%zz",
            "https://" + "a.".repeat(900) + "example/",
            "file:///etc/passwd",
            "https://example.org/\u202egpj.exe",
            "HTTP://EXAMPLE.ORG:0/");
    private static final List<String> PHONES = List.of(
            "+",
            "1".repeat(400),
            "\u0661\u0662\u0663-\u0664\u0665\u0666",
            "911",
            "tel:+1-612;ext=9",
            "+1 612 555 0100 x x x x",
            "DROP TABLE",
            "\uff16\uff11\uff12\uff15\uff15\uff15\uff10\uff11\uff10\uff10",
            "612-555-01" + "\u200b".repeat(40));

    // Within what RFC 5545 knows, however odd: no expansion of them goes on for ever.
    private static final List<String> SCHEDULES = List.of(
            "{'freq':'WEEKLY','byday':'MO,TU','opens_at':'00:00','closes_at':'00:00'}",
            "{'freq':'WEEKLY','byday':'MO','opens_at':'23:59','closes_at':'00:01','interval':2,'dtstart':'2024-02-29'}",
            "{'freq':'MONTHLY','bymonthday':'31','opens_at':'24:00','closes_at':'01:00','dtstart':'2024-01-31'}",
            "{'freq':'MONTHLY','byday':'-1FR','opens_at':'10:00Z','closes_at':'10:00+14:00'}",
            "{'freq':'YEARLY','byyearday':'1,-1','opens_at':'09:00','closes_at':'17:00','until':'1990-01-01'}",
            "{'valid_from':'2030-01-01','valid_to':'1990-01-01','opens_at':'09:00','closes_at':'17:00'}",
            "{'freq':'WEEKLY','byday':'XX','opens_at':'25:00','closes_at':'-1'}",
            "{'description':'call \ufdfa','byweekno':'53','freq':'YEARLY','byday':'MO'}");

    /** Schedules that stop an indexer which does not bound them. */
    private static final List<String> POISON = List.of(
            "{'freq':'MONTHLY','interval':12,'bymonthday':'30','dtstart':'2020-02-29','opens_at':'09:00','closes_at':'17:00'}",
            "{'freq':'MONTHLY','interval':2147483647,'bymonthday':'31','opens_at':'09:00','closes_at':'17:00'}",
            "{'freq':'MONTHLY','byday':'6MO','opens_at':'09:00','closes_at':'17:00'}",
            "{'freq':'WEEKLY','byday':'MO','timezone':1e29,'opens_at':'09:00','closes_at':'17:00'}",
            "{'freq':'YEARLY','byweekno':'1," + "53,".repeat(200) + "53','count':2147483647,'dtstart':'0001-01-01'}");

    private static final List<String> RULES = List.of(
            "{'all':[]}",
            "{'any':[]}",
            "{'attribute':'age','between':[99,1]}",
            "{'attribute':'age','in':[1e300,-1e300]}",
            "{'not':{'not':{'not':{'not':{'attribute':'age','at_least':18}}}}}",
            "{'attribute':'\\u0000'}",
            "[]",
            "'x'",
            "{'attribute':'residence','in':['MN','us','nowhere']}");

    private final Random random;
    private final List<UUID> ids = new ArrayList<>();
    private final List<Consumer<ObjectNode>> deeds;
    private final boolean withPoison;

    /** Records drawn by lot.
     *  @param withPoison whether some have schedules that stop an indexer which does not bound them */
    public HostileRecords(long seed, boolean withPoison) {
        this.random = new Random(seed);
        this.withPoison = withPoison;
        this.deeds = List.of(
                record -> record.put("description", wild(20)),
                record -> record.put("description", wild(1) + "x".repeat(random.nextInt(30_000))),
                record -> record.put("name", record.get("name").asText() + " " + wild(3)),
                record -> record.put("alternate_name", wild(5)),
                record -> record.put("url", one(URLS)),
                record -> record.put("assured_date", one(DATES)),
                record -> record.put("last_modified", one(DATES)),
                record -> record.put("email", wild(1) + "@" + wild(1)),
                record -> record.put("minimum_age", number()).put("maximum_age", number()),
                record -> record.set("eligibility", tree(one(RULES))),
                record -> record.set("eligibility", deepRule(random.nextInt(60))),
                record -> record.put("kind", one(List.of("law", "hotline", "", "x", "service"))),
                record -> record.put(wild(1), wild(1)),
                record -> record.set(
                        one(List.of("phones", "languages", "schedules", "organization")), JSON.numberNode(1)),
                record -> record.putArray("phones")
                        .addObject()
                        .put("number", one(PHONES))
                        .put("extension", number()),
                record -> schedules(record, SCHEDULES),
                record -> list(
                        record, "languages", item -> item.put("code", wild(1)).put("name", wild(2))),
                record -> list(
                        record, "contacts", item -> item.put("name", wild(2)).put("title", wild(1))),
                record -> list(
                        record,
                        "cost_options",
                        item -> item.put("currency", wild(1)).put("amount", number())),
                record -> list(
                        record,
                        "service_areas",
                        item -> item.put("extent", wild(1)).put("extent_type", "text")),
                record -> list(
                        record,
                        "additional_urls",
                        item -> item.put("label", wild(1)).put("url", one(URLS))),
                record -> list(record, "attributes", this::term),
                record -> list(record, "service_at_locations", item -> location(item.putObject("location"))),
                record -> record.put("id", again()),
                record -> record.putObject("facts").putObject(wild(1)).put("value", number()),
                record -> record.putArray("aliases").add(wild(30)).add(""),
                record -> record.set("metadata", RandomJson.node(random, 6, List.of("id", "a", WILD.get(0)))));
    }

    /** The next record as a line of NDJSON. One in fifty is no JSON, or no record. */
    public String next() {
        if (random.nextInt(50) == 0) {
            return one(List.of(
                    "{", "[]", "null", "{\"a\":1,\"a\":2}", "\u0000", "\"" + WORD, "[".repeat(5_000), "1e999999999"));
        }
        var id = new UUID(random.nextLong(), random.nextLong());
        ids.add(id);
        var record = JSON.objectNode();
        record.put("id", id.toString()).put("name", WORD + " " + ids.size()).put("status", "active");
        var organization = new UUID(0xB05L, random.nextInt(500));
        record.putObject("organization")
                .put("id", organization.toString())
                .put("name", "Hostile " + wild(1))
                .put("description", "d");
        for (int deed = random.nextInt(3); deed >= 0; deed--) {
            deeds.get(random.nextInt(deeds.size())).accept(record);
        }
        if (withPoison && random.nextInt(40) == 0) {
            schedules(record, POISON);
        }
        // No encoding has half a surrogate pair; JSON can name one all the same.
        return HALF_PAIR.matcher(record.toString()).replaceAll("\\\\ud800");
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private String wild(int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(random.nextBoolean() ? one(WILD) : Character.toString(random.nextInt(0x20, 0xd7ff)));
        }
        return text.toString();
    }

    private BigDecimal number() {
        return switch (random.nextInt(7)) {
            case 0 -> new BigDecimal("1e29");
            case 1 -> new BigDecimal("-1e-29");
            case 2 -> new BigDecimal(BigInteger.TEN.pow(60));
            case 3 -> BigDecimal.valueOf(Long.MIN_VALUE);
            case 4 -> new BigDecimal("1e-2000");
            case 5 -> BigDecimal.valueOf(random.nextDouble() * 200 - 20);
            default -> BigDecimal.valueOf(random.nextInt(120));
        };
    }

    private void list(ObjectNode record, String name, Consumer<ObjectNode> fill) {
        var items = record.putArray(name);
        // Mostly few; now and then more than may be.
        for (int i = random.nextInt(20) == 0 ? random.nextInt(2_100) : random.nextInt(4); i >= 0; i--) {
            fill.accept(items.addObject());
        }
    }

    private void schedules(ObjectNode record, List<String> from) {
        var items = record.putArray("schedules");
        for (int i = random.nextInt(4); i >= 0; i--) {
            items.add(tree(one(from)));
        }
    }

    private void location(ObjectNode location) {
        location.put("location_type", random.nextInt(5) == 0 ? wild(1) : "physical")
                .put("name", wild(1))
                .put("latitude", number())
                .put("longitude", number());
        location.putArray("addresses")
                .addObject()
                .put("address_1", wild(2))
                .put("city", wild(1))
                .put("state_province", "MN")
                .put("postal_code", wild(1))
                .put("country", "US")
                .put("address_type", "physical");
    }

    private void term(ObjectNode attribute) {
        attribute.put("link_type", "service_type");
        attribute
                .putObject("taxonomy_term")
                .put("code", random.nextBoolean() ? "shelter.emergency" : wild(1))
                .put("name", wild(1))
                .put("description", "d")
                .put("taxonomy", random.nextBoolean() ? "nwd-needs" : wild(1));
    }

    private ObjectNode deepRule(int depth) {
        var rule = JSON.objectNode();
        if (depth == 0) {
            return rule.put("attribute", "age").put("at_least", 18);
        }
        rule.putArray(random.nextBoolean() ? "all" : "any").add(deepRule(depth - 1));
        return rule;
    }

    private String again() {
        return ids.get(random.nextInt(ids.size())).toString();
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
