package org.nowrongdoor.search.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.eligibility.explain.Conflict;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.text.SpreadsheetCell;
import org.nowrongdoor.text.TextCleaner;
import org.nowrongdoor.text.WireName;

/** Hits as a table for a spreadsheet. Disclosures stand before the numbers, and no cell can be read as a formula. */
final class CsvFormatter {

    private CsvFormatter() {}

    static String of(SearchPage page) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "id",
                    "name",
                    "organization",
                    "kind",
                    "disclosures",
                    "verdict",
                    "meets",
                    "conflicts",
                    "conditions",
                    "cost",
                    "led_by",
                    "contact_preference",
                    "required_documents",
                    "phones",
                    "url",
                    "languages",
                    "areas",
                    "location_policy",
                    "distance_km",
                    "open",
                    "verified_on",
                    "capacity",
                    "elsewhere");
            var names = new DisplayNames(page.lang());
            page.hits().forEach(hit -> csv.writeRecord(row(hit, names)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> row(Hit hit, DisplayNames names) {
        var service = hit.service();
        var owner = service.organization();
        return Stream.of(
                        service.id().toString(),
                        service.name(),
                        owner == null ? "" : owner.name(),
                        WireName.snakeCase(service.kind()),
                        join(hit.disclosures().stream()
                                .map(d ->
                                        names.inLanguage(d.text(), d.textsLang().get("text")))),
                        WireName.snakeCase(hit.match().verdict()),
                        String.join("; ", hit.meets()),
                        join(hit.match().conflicts().stream().map(Conflict::text)),
                        join(hit.conditions().stream().map(CsvFormatter::condition)),
                        hit.cost() == null
                                ? ""
                                : names.inLanguage(
                                        hit.cost().text(),
                                        hit.cost().textsLang().get("text")),
                        String.join("; ", hit.ledBy()),
                        Objects.requireNonNullElse(hit.contactPreference(), ""),
                        hit.requiredDocuments().isEmpty()
                                ? ""
                                : names.inLanguage(
                                        String.join("; ", hit.requiredDocuments()),
                                        hit.textsLang().get("required_documents")),
                        join(service.phones().stream().map(CsvFormatter::phone)),
                        Objects.requireNonNullElse(service.url(), ""),
                        join(service.languages().stream().map(HitService.SpokenLanguage::code)),
                        join(service.areas().stream().map(HitService.Area::name)),
                        WireName.snakeCase(service.locationPolicy()),
                        hit.distanceKm() == null ? "" : hit.distanceKm().toString(),
                        hit.open().state(),
                        Objects.toString(hit.freshness().verifiedOn(), ""),
                        WireName.kebabCase(hit.capacity().code()),
                        hit.elsewhere() ? "true" : "")
                .map(TextCleaner::printable)
                .map(SpreadsheetCell::of)
                .toList();
    }

    private static String condition(StatedCondition condition) {
        return condition.asStated() == null ? condition.text() : condition.text() + " (" + condition.asStated() + ')';
    }

    private static String phone(HitService.PhoneNumber phone) {
        return (phone.type() == null ? "" : phone.type() + " ")
                + phone.number()
                + (phone.extension() == null ? "" : " ext " + phone.extension().toPlainString());
    }

    private static String join(Stream<String> values) {
        return values.filter(Objects::nonNull).collect(Collectors.joining("; "));
    }
}
