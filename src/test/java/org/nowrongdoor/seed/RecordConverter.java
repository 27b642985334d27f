package org.nowrongdoor.seed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.text.NameBasedUuid;

/** Makes records of a row of the spreadsheet and of what was decided about it ({@code seed-data/README.md}). The decision
 *  says which service a fact belongs to and in which member it goes; each number, link and quotation has to stand in the
 *  row. */
final class RecordConverter {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final UUID NAMESPACE = UUID.fromString("01979f67-b9ef-5177-a3bc-0b09d3f0d809");
    private static final List<String> AS_THEY_ARE = List.of(
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "application_process",
            "wait_time",
            "fees_description",
            "interpretation_services",
            "alert",
            "translations");

    private final Regions regions;

    RecordConverter(Regions regions) {
        this.regions = regions;
    }

    /** The services of a row. The first carries the organisation, unless it is one that other files have. */
    List<ObjectNode> convert(GatheredRow row, JsonNode decision) {
        var organization = organization(row, decision);
        var services = new ArrayList<ObjectNode>();
        for (var service : decision.path("services")) {
            services.add(service(row, decision, organization, service));
        }
        return services;
    }

    private static ObjectNode organization(GatheredRow row, JsonNode decision) {
        var given = decision.path("organization");
        var organization = MAPPER.createObjectNode();
        if (given.has("id")) {
            return organization.put("id", given.path("id").asText());
        }
        organization.put("id", id("organization/" + row.name() + "/" + row.state()));
        organization.put("name", given.path("name").asText(row.name()));
        copy(given, organization, List.of("alternate_name", "aliases", "description", "translations"));
        var website = given.path("website").asText(row.cells().getOrDefault("website", ""));
        if (website.startsWith("http")) {
            organization.put("website", website);
        }
        organization.set("sources", sources(row, decision));
        return organization;
    }

    private ObjectNode service(GatheredRow row, JsonNode decision, ObjectNode organization, JsonNode given) {
        var key = "service/" + row.name() + "/" + row.state() + "/"
                + given.path("key").asText(given.path("name").asText());
        var id = id(key);
        var named = given.path("source_url").asText(row.sourceUrl());
        var source = unlinked(decision).contains(named) ? "" : named;
        var service = MAPPER.createObjectNode().put("id", id);
        copy(given, service, List.of("name", "alternate_name", "aliases", "description", "url", "email"));
        service.put("status", given.path("status").asText("active"));
        service.put("kind", given.path("kind").asText());
        service.put("location_policy", given.path("location_policy").asText("public"));
        copy(given, service, AS_THEY_ARE);
        service.set("organization", organization);
        parts(service, "phones", given.path("phones"), phone -> phone(row, id, phone));
        parts(service, "additional_urls", given.path("urls"), url -> link(row, id, url));
        parts(
                service,
                "schedules",
                given.path("schedules"),
                schedule -> part(id + "/schedule/" + service.path("schedules").size(), schedule));
        parts(service, "languages", given.path("languages"), language -> language(id, language));
        service.set("service_areas", areas(id, given));
        service.set("attributes", attributes(id, given));
        if (given.has("eligibility")) {
            service.set("eligibility", rule(row, given.path("eligibility"), source));
        }
        stated(row, service, given, "facts", source);
        stated(row, service, given, "disclosures", source);
        parts(
                service,
                "required_documents",
                given.path("required_documents"),
                document -> part(id + "/document/" + document.path("document").asText(), document));
        parts(
                service,
                "funding",
                given.path("funding"),
                funding -> part(id + "/funding/" + funding.path("source").asText(), funding));
        service.set("sources", sources(row, decision));
        return service;
    }

    private static ObjectNode phone(GatheredRow row, String service, JsonNode phone) {
        var number = phone.path("number").asText();
        var type = phone.path("type").asText("voice");
        assertTrue(row.gives(number), () -> row.name() + " does not give " + number);
        var part = part(service + "/phone/" + number + "/" + type, phone);
        part.put("type", type);
        if (part.remove("languages") instanceof ArrayNode codes) {
            var languages = part.putArray("languages");
            codes.forEach(code -> languages.add(language(
                    service + "/phone/" + number + "/" + type,
                    MAPPER.createObjectNode().put("code", code.asText()))));
        }
        return part;
    }

    /** A language by its code, with its English name. */
    private static ObjectNode language(String of, JsonNode given) {
        var code = given.path("code").asText();
        var part = part(of + "/language/" + code, given);
        if (!part.has("name")) {
            part.put("name", Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH));
        }
        return part;
    }

    private static ObjectNode link(GatheredRow row, String service, JsonNode url) {
        assertTrue(
                row.says(url.path("url").asText()),
                () -> row.name() + " does not give " + url.path("url").asText());
        return part(service + "/url/" + url.path("label").asText(), url);
    }

    private ArrayNode areas(String service, JsonNode given) {
        var areas = MAPPER.createArrayNode();
        for (var area : given.path("areas")) {
            var region = regions.get(area.asText());
            areas.addObject()
                    .put("id", id(service + "/area/" + region.id()))
                    .put("name", region.name())
                    .put("extent", region.id())
                    .put("extent_type", "text");
        }
        return areas;
    }

    private static ArrayNode attributes(String service, JsonNode given) {
        var attributes = MAPPER.createArrayNode();
        for (var code : given.path("terms")) {
            attributes
                    .addObject()
                    .put("id", id(service + "/attribute/" + code.asText()))
                    .put("link_type", "service_type")
                    .putObject("taxonomy_term")
                    .put("code", code.asText());
        }
        return attributes;
    }

    private static JsonNode rule(GatheredRow row, JsonNode given, String source) {
        var rule = (ObjectNode) given.deepCopy();
        for (var list : List.of("all_of", "any_of")) {
            if (given.has(list)) {
                var parts = rule.putArray(list);
                given.path(list).forEach(part -> parts.add(rule(row, part, source)));
                return rule;
            }
        }
        for (var single : List.of("not", "every_child")) {
            if (given.has(single)) {
                rule.set(single, rule(row, given.path(single), source));
                return rule;
            }
        }
        return withSource(row, rule, source);
    }

    private static void stated(GatheredRow row, ObjectNode service, JsonNode given, String member, String source) {
        if (given.path(member).isEmpty()) {
            return;
        }
        var copy = given.path(member).deepCopy();
        copy.forEach(statement -> withSource(row, (ObjectNode) statement, source));
        service.set(member, copy);
    }

    private static ObjectNode withSource(GatheredRow row, ObjectNode statement, String source) {
        var words = statement.path("as_stated").asText();
        assertTrue(row.says(words), () -> row.name() + " does not say: " + words);
        if (!statement.has("source_url") && !source.isEmpty()) {
            statement.put("source_url", source);
        }
        return statement;
    }

    private static ArrayNode sources(GatheredRow row, JsonNode decision) {
        var sources = MAPPER.createArrayNode();
        var kind = row.cells().getOrDefault("source_kind", "");
        var unlinked = unlinked(decision);
        for (var url : row.sourceUrls()) {
            var source = sources.addObject();
            if (unlinked.contains(url)) {
                source.put("kind", kind);
                source.put("note", "Its address is left out because the page tells where a house is.");
            } else {
                source.put("url", url).put("kind", kind);
            }
        }
        return sources;
    }

    /** Pages that tell where a house is. */
    private static List<String> unlinked(JsonNode decision) {
        return StreamSupport.stream(decision.path("unlinked").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void parts(ObjectNode service, String member, JsonNode given, Function<JsonNode, ObjectNode> make) {
        if (!given.isEmpty()) {
            var parts = service.putArray(member);
            given.forEach(part -> parts.add(make.apply(part)));
        }
    }

    private static ObjectNode part(String key, JsonNode given) {
        var part = MAPPER.createObjectNode().put("id", id(key));
        part.setAll((ObjectNode) given.deepCopy());
        return part;
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> members) {
        for (var member : members) {
            if (from.has(member)) {
                to.set(member, from.path(member).deepCopy());
            }
        }
    }

    private static String id(String key) {
        return NameBasedUuid.of(NAMESPACE, key).toString();
    }
}
