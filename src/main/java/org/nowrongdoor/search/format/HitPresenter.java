package org.nowrongdoor.search.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.StoredService;

/** How openly an answer speaks: plainly, or so that no one who looks over a shoulder learns what it is about. */
public interface HitPresenter {

    String name(StoredService service);

    List<Disclosure> disclosures(StoredService service);

    List<HitService.PhoneNumber> phones(StoredService service);

    /** What is told before contact; null where nothing of it may be read over a shoulder. */
    @Nullable BeforeContact told(StoredService service);

    Hit hit(Hit open, StoredService service);

    /** How hits are shown, in full or so that others may read along.
     *  @param tag of the locale of its sentences */
    static HitPresenter of(boolean discreet, String tag) {
        return discreet ? new Discreet(new Messages(tag)) : new Plain(tag);
    }

    /** Everything as it is. */
    final class Plain implements HitPresenter {

        private final String tag;
        private final String lang;

        private Plain(String tag) {
            this.tag = tag;
            lang = Locale.forLanguageTag(tag).getLanguage();
        }

        @Override
        public String name(StoredService service) {
            return service.service().name();
        }

        @Override
        public List<Disclosure> disclosures(StoredService service) {
            return DisclosureBuilder.in(lang, service.disclosures());
        }

        @Override
        public List<HitService.PhoneNumber> phones(StoredService service) {
            return service.service(lang).phones();
        }

        @Override
        public BeforeContact told(StoredService service) {
            return BeforeContactBuilder.in(tag, service.told(), code -> 0);
        }

        @Override
        public Hit hit(Hit open, StoredService service) {
            return open;
        }
    }

    /** Only what is on the list: a name that tells nothing, numbers, hours, area, and what must be heard before. */
    final class Discreet implements HitPresenter {

        /** What a name must not say on a screen that is watched, in English and Spanish. */
        private static final Pattern TELLING =
                Pattern.compile("(?iu).*(traffick|trata|sex|prostitut|shelter|refugio|albergue|safe"
                        + " ?house|victim|víctima|surviv|sobreviv|exploit|explota|violen|abuse|abuso|rape|violaci|swop|harm"
                        + " reduction|syringe|jeringa|\\btrans|transg|lgbt|queer|\\bgay|lesbi|two.spirit|dos esp).*");

        private final Messages spoken;

        private Discreet(Messages spoken) {
            this.spoken = spoken;
        }

        @Override
        public String name(StoredService service) {
            var hit = service.service();
            var owner =
                    hit.organization() == null ? hit.name() : hit.organization().name();
            // A line that peers lead names whom it is for by who leads it, whatever its name says.
            var isTelling = !service.told().ledBy().isEmpty() && service.discreetName() == null;
            return Stream.of(Objects.requireNonNullElse(service.discreetName(), owner))
                    .filter(name -> !isTelling && !TELLING.matcher(name).matches())
                    .findFirst()
                    .orElseGet(() -> spoken.say("discreet.name"));
        }

        /** A number that must not be called first is not told without saying so. */
        @Override
        public List<Disclosure> disclosures(StoredService service) {
            var coded = service.disclosures().stream()
                    .map(d -> disclosure(d.code(), d.code().toLowerCase(Locale.ROOT)));
            var asked = service.told().asksFirst()
                    ? Stream.of(disclosure("other", "introduction"))
                    : Stream.<Disclosure>of();
            return Stream.concat(coded, asked).distinct().toList();
        }

        private Disclosure disclosure(String code, String sentence) {
            return Disclosure.derived(code, spoken.say("discreet." + sentence), List.of());
        }

        @Override
        public @Nullable BeforeContact told(StoredService service) {
            return null;
        }

        /** Numbers without what is said with them, which may name what the line is for. */
        @Override
        public List<HitService.PhoneNumber> phones(StoredService service) {
            return service.service().phones().stream()
                    .map(p -> new HitService.PhoneNumber(p.number(), p.extension(), p.type(), null, Map.of()))
                    .toList();
        }

        @Override
        public Hit hit(Hit open, StoredService service) {
            var full = open.service();
            var quiet = new HitService(
                    full.id(),
                    name(service),
                    full.kind(),
                    full.status(),
                    null,
                    null,
                    phones(service),
                    null,
                    null,
                    null,
                    List.of(),
                    full.areas(),
                    full.locationPolicy(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    Map.of());
            var verdict = new Match(open.match().verdict(), List.of(), List.of(), Set.of());
            return new Hit(
                    disclosures(service),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    List.of(),
                    quiet,
                    List.of(),
                    verdict,
                    List.of(),
                    null,
                    List.of(),
                    open.elsewhere(),
                    open.open().asAWhole(),
                    open.freshness(),
                    open.capacity(),
                    Map.of(),
                    null);
        }
    }
}
