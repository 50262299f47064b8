import Commands
import Glibc

exit(Command.main())
