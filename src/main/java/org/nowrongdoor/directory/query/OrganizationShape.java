package org.nowrongdoor.directory.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.http.record.DetailLevel;

/** How much of an organisation is shown, and how much of its services.
 *  @param services FULL for all of them whole, SHALLOW for what there is one of */
public record OrganizationShape(DetailLevel organization, DetailLevel services, Set<Kind> kinds) {

    /** What a list asks for: services come with everything else, and whole when that is asked for. */
    public static OrganizationShape of(OrganizationParameters asked) {
        boolean wholeServices = Boolean.TRUE.equals(asked.fullService());
        var shape = DetailLevel.ofList(asked.minimal(), asked.full());
        return new OrganizationShape(
                wholeServices && shape == DetailLevel.SHALLOW ? DetailLevel.FULL : shape,
                services(asked.fullService()),
                Kinds.of(asked.kind()));
    }

    /** One organisation by its id when nothing else is asked for: everything, its services by what there is one of. */
    public static OrganizationShape ofOne() {
        return new OrganizationShape(DetailLevel.FULL, DetailLevel.SHALLOW, Kinds.helping());
    }

    /** What is asked of one organisation by its id. */
    public static OrganizationShape ofOne(@Nullable Boolean full, @Nullable Boolean fullService, @Nullable String kind) {
        return new OrganizationShape(DetailLevel.ofOne(full), services(fullService), Kinds.of(kind));
    }

    private static DetailLevel services(@Nullable Boolean whole) {
        return Boolean.TRUE.equals(whole) ? DetailLevel.FULL : DetailLevel.SHALLOW;
    }
}
