/** Nearly every package uses these: in the main package they lie once, where each would otherwise bring a copy. */
import '#cloud/call/useForm'
import '#cloud/kept/useDraft'
import '#ui/field/TextField'
import '#ui/form/FormFoot'
import '#ui/form/ReasonField'
import '#ui/sheet/AgreeSheet'
