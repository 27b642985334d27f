package org.nowrongdoor.directory.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.http.record.DetailLevel;

/** How much of an organisation is shown, and how much of its services.
 *  @param services FULL for all of them whole, SHALLOW for what there is one of */
public record OrganizationDetail(DetailLevel organization, DetailLevel services, Set<Kind> kinds) {

    /** What a list asks for: services come with everything else, and whole when that is asked for. */
    public static OrganizationDetail of(OrganizationParameters asked) {
        boolean wholeServices = Boolean.TRUE.equals(asked.fullService());
        var shape = DetailLevel.ofList(asked.minimal(), asked.full());
        return new OrganizationDetail(
                wholeServices && shape == DetailLevel.SHALLOW ? DetailLevel.FULL : shape,
                services(asked.fullService()),
                KindFilter.of(asked.kind()));
    }

    /** One organisation by its id when nothing else is asked for: everything, its services by what there is one of. */
    public static OrganizationDetail ofOne() {
        return new OrganizationDetail(DetailLevel.FULL, DetailLevel.SHALLOW, KindFilter.helping());
    }

    /** What is asked of one organisation by its id. */
    public static OrganizationDetail ofOne(
            @Nullable Boolean full, @Nullable Boolean fullService, @Nullable String kind) {
        return new OrganizationDetail(DetailLevel.ofOne(full), services(fullService), KindFilter.of(kind));
    }

    private static DetailLevel services(@Nullable Boolean whole) {
        return Boolean.TRUE.equals(whole) ? DetailLevel.FULL : DetailLevel.SHALLOW;
    }
}
