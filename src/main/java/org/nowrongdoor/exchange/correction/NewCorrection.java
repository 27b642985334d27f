package org.nowrongdoor.exchange.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What someone says is wrong in a service.
 *  @param field the member of the service, with or without the way into it, such as {@code phones} or
 *      {@code phones/0/number}
 *  @param says what is right, in the words of who says it
 *  @param credit how they want to be named; not at all when left out */
@Schema(name = "NewCorrection")
public record NewCorrection(
        @NotNull @Size(min = 1, max = 100) @Schema(examples = "phones")
        String field,

        @NotNull @Size(min = 1, max = 1000) @Schema(examples = "The night line closed in May.")
        String says,

        @Nullable @Valid Credit credit) {

    /** How someone wants to be named for what they have contributed.
     *  @param text the name; only with {@code named} and {@code pseudonym} */
    @Schema(name = "Credit")
    public record Credit(
            @NotNull CreditMode mode,

            @Nullable @Size(max = 80) @Schema(examples = "Night Owl")
            String text) {

        static final Credit NONE = new Credit(CreditMode.NONE, null);
    }

    Credit creditOrNone() {
        return credit == null ? Credit.NONE : credit;
    }
}
